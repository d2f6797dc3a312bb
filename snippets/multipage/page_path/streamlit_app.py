import streamlit as st

if st.button("Report"):
    st.switch_page("sales_report.py")
