import streamlit as st

with st.form("order"):
    item = st.text_input("Item", "Water")
    save = st.form_submit_button("Save")
    order = st.form_submit_button("Order")
st.text(f"Item: {item}, save: {save}, order: {order}")
