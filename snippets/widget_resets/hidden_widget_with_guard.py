import streamlit as st

if "name" not in st.session_state:
    st.session_state.name = "Ann"
if st.checkbox("Show", value=True):
    st.text_input("Name", key="name")
st.button("Rerun")
st.text(f"name: {st.session_state.name!r}")
