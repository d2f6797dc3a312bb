import streamlit as st

st.text(f"name: {st.session_state.get('name')}")
st.button("Rerun")
if st.checkbox("Stop"):
    st.stop()
if st.checkbox("Fail"):
    raise ValueError
st.text_input("Name", "Ann", key="name")
