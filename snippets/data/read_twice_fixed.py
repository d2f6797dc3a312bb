import streamlit as st

file = st.file_uploader("File")
if file:
    st.text(f"first: {file.getvalue()}")
    st.text(f"second: {file.getvalue()}")
