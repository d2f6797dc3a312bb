import streamlit as st

st.text("shops")
