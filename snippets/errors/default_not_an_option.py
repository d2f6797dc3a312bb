import streamlit as st

st.multiselect("Teas", ["Green", "Black"], default=["Green", "Mint"])
