import streamlit as st

st.text_input("City", "Rome", key="city", bind="query-params")
if st.button("Book"):
    st.switch_page("pages/book_flight.py", query_params={})
