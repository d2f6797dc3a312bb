import streamlit as st

with st.form("order", clear_on_submit=True):
    st.text_input("Item", "Water", key="item")
    sent = st.form_submit_button("Order")
st.text(f"Sent: {sent}")
st.text(f"Item: {st.session_state.item}")
