import streamlit as st

st.text("details")
