import streamlit as st

st.number_input("Price", 1, 10, 2.5)
