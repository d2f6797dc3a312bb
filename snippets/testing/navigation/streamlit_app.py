import streamlit as st

st.navigation([st.Page("home.py"), st.Page("report.py")]).run()
