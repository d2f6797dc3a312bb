import streamlit as st

if st.button("Log in"):
    st.session_state.name = "Ada"
if st.button("Log out"):
    del st.session_state.name

st.text(st.session_state.name)
