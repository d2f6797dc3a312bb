import streamlit as st


def order():
    st.session_state.item = "Juice"
    st.session_state.amount = 5


with st.form("order", clear_on_submit=True):
    st.text_input("Item", "Water", key="item")
    st.number_input("Amount", 1, key="amount")
    st.form_submit_button("Order", on_click=order)
st.text(f"Item: {st.session_state.amount} {st.session_state.item}")
