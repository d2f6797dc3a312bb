import streamlit as st

st.text("annual report")
