import streamlit as st

with st.form("order"):
    st.text_input("Item", key="item")
    st.form_submit_button("Order")
st.text(f"Item: {'item' in st.session_state}")
st.text(f"Order: {'order' in st.session_state}")
