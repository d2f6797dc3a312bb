import streamlit as st

if st.checkbox("Show", value=True):
    st.text_input("Name", "Ann", key="name")
st.button("Rerun")
st.text(f"name: {st.session_state.get('name')}")
