import streamlit as st

st.text_input("Name", persist_state="page")
