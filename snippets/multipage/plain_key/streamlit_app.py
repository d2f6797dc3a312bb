import streamlit as st

if "basket" not in st.session_state:
    st.session_state.basket = []

st.navigation([st.Page("tea_shop.py"), st.Page("tea_basket.py")]).run()
