import streamlit as st

if "message" in st.session_state:
    st.text(st.session_state.pop("message"))
if st.button("Save"):
    st.session_state.message = "Saved"
    st.rerun()
st.text("Profile")
