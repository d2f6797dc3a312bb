import streamlit as st

st.text("Welcome")
