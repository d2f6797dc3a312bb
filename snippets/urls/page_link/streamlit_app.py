import streamlit as st

if st.button("Red"):
    st.query_params.color = "red"
st.page_link("pages/item.py", label="All items")
st.page_link("pages/item.py", label="Item 7", query_params={"id": "7"})
