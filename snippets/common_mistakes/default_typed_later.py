import streamlit as st

if st.button("Use Ada"):
    st.session_state.name = "Ada"
default = st.text_input("Default")
st.text_input("Name", value=default, key="name")
