import streamlit as st

st.text_input("Name", key="name", bind="query-params")
del st.query_params["name"]
