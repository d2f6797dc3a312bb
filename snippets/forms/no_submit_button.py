import streamlit as st

with st.form("order"):
    item = st.text_input("Item", "Tea")
st.button("Refresh")
st.text(f"Item: {item}")
