import streamlit as st

st.text_input("City", key="city", bind="query_params")
