import streamlit as st

with st.form("order"):
    st.text_input("Item", key="item")
    st.form_submit_button("Order")
st.text(f"Keys: {sorted(st.session_state)}")
