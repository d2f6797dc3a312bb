import streamlit as st

st.text(f"Welcome to the {shop}")
