import streamlit as st

with st.form("order"):
    st.text_input("Item", key="item")
    st.download_button("Price list", "Tea: 8")
