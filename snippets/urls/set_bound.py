import streamlit as st

st.text_input("City", "Rome", key="city", bind="query-params")
if st.button("Paris"):
    st.query_params.city = "Paris"
if st.button("No city"):
    del st.query_params.city
