import streamlit as st

st.text("home")
