import streamlit as st

if st.button("Save"):
    st.text("Saved")
    st.rerun()
st.text("Profile")
