import streamlit as st

show = st.checkbox("Show", value=True)
if st.button("Set"):
    st.session_state.name = "Eve"
if show:
    st.text_input("Name", "Ann", key="name")
st.button("Rerun")
st.text(f"name: {st.session_state.get('name')}")
