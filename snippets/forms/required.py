import streamlit as st

with st.form("order"):
    item = st.text_input("Item", required=True)
    sent = st.form_submit_button("Order")
st.button("Refresh")
st.text(f"Item: {item!r}, sent: {sent}")
