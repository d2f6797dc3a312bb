import streamlit as st

if st.button("Report"):
    st.switch_page("pages/annual_report.py")
