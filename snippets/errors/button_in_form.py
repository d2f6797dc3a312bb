import streamlit as st

with st.form("order"):
    st.text_input("Item", key="item")
    st.button("Order")
st.text("below the form")
