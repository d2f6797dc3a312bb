import streamlit as st

st.number_input("Price", value=2.5, step=1)
