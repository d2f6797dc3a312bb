import streamlit as st

with st.form("order"):
    item = st.text_input("Item", "Water")
    amount = st.number_input("Amount", value=1)
    save = st.form_submit_button("Save")
    order = st.form_submit_button("Order")
st.text(f"Item: {amount} {item}, save: {save}, order: {order}")
