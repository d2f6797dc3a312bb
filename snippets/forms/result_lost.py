import streamlit as st

with st.form("order"):
    st.text_input("Item", key="item")
    sent = st.form_submit_button("Order")
if sent:
    st.text(f"Ordered: {st.session_state.item}")
st.button("Refresh")
