import streamlit as st

st.text("another page")
