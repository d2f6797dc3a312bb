import streamlit as st

with st.form("order"):
    item = st.text_input("Item")
    sent = st.form_submit_button("Order")
if sent and not item:
    st.error("What do you want to order?")
st.text(f"Item: {item!r}")
