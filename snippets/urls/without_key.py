import streamlit as st

st.text_input("City", bind="query-params")
