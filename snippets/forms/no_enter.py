import streamlit as st

with st.form("order", enter_to_submit=False):
    item = st.text_input("Item", "Water")
    st.form_submit_button("Order")
st.button("Refresh")
st.text(f"Item: {item}")
