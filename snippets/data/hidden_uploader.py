import streamlit as st

if st.checkbox("Upload", value=True):
    file = st.file_uploader("File", key="file")
    st.text(f"file: {file and file.name}")
