import streamlit as st

with st.form("order"):
    st.text_input("Item", "Water", key="item")
    st.form_submit_button("Pay", disabled=True)
    st.form_submit_button("Order")
st.button("Rerun")
st.text(f"Item: {st.session_state.item}")
