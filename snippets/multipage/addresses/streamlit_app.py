import streamlit as st

home = st.Page("tea_home.py")
shops = st.Page("2_tea_shops.py")
tea = st.Page("tea_details.py", url_path="tea")
st.navigation([home, shops, tea]).run()
