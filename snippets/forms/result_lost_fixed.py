import streamlit as st

with st.form("order"):
    st.text_input("Item", key="item")
    sent = st.form_submit_button("Order")
if sent:
    st.session_state.ordered = st.session_state.item
if "ordered" in st.session_state:
    st.text(f"Ordered: {st.session_state.ordered}")
st.button("Refresh")
