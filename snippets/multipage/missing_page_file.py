import streamlit as st

st.navigation([st.Page("reports.py")]).run()
