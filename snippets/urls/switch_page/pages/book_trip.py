import streamlit as st

st.text("Your trip")
