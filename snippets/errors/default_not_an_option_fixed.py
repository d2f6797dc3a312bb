import streamlit as st

options = ["Green", "Black"]
saved = ["Green", "Mint"]
default = [tea for tea in saved if tea in options]
st.multiselect("Teas", options, default=default)
