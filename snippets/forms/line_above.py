import streamlit as st

st.text(f"Above: {st.session_state.get('item')}")
with st.form("order"):
    st.text_input("Item", key="item")
    st.form_submit_button("Order")
