import streamlit as st

st.query_params["name"] = "Ann"
st.text_input("Name", key="name", bind="query-params")
del st.query_params["name"]
