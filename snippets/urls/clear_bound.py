import streamlit as st

st.text_input("City", "Rome", key="city", bind="query-params")
if st.button("Clear"):
    st.query_params.clear()
