import streamlit as st

if st.button("Start again"):
    st.switch_page("streamlit_app.py")
