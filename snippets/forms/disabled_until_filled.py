import streamlit as st

with st.form("order"):
    item = st.text_input("Item")
    st.form_submit_button("Order", disabled=not item)
st.button("Refresh")
st.text(f"Item: {item!r}")
