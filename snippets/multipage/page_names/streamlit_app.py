import streamlit as st

shop = "Tea House"
st.text(f"The entrypoint knows the {shop}")
st.navigation([st.Page("tea_welcome.py")]).run()
