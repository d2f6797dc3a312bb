import streamlit as st

st.session_state.setdefault("item", "Water")
with st.form("order", clear_on_submit=True):
    st.text_input("Item", key="item")
    st.form_submit_button("Order")
st.text(f"Item: {st.session_state.item}")
