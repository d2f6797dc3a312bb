import streamlit as st

st.text("about the quiz")
