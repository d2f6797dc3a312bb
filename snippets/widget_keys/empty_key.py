import streamlit as st

st.text_input("Name", key="")
