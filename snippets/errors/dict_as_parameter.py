import streamlit as st

st.query_params["filter"] = {"city": "Rome"}
