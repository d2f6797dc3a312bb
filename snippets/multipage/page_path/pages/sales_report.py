import streamlit as st

st.text("sales report")
