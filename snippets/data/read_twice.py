import streamlit as st

file = st.file_uploader("File")
if file:
    st.text(f"first: {file.read()}")
    st.text(f"second: {file.read()}")
