import streamlit as st

st.text_input("Name", key="name")
st.page_link("report.py", label="To the report")
