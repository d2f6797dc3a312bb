import streamlit as st

file = st.file_uploader("File", key="file")
if file:
    st.session_state.kept = file
st.text(f"file: {file and file.name}")
st.text(f"keys: {sorted(st.session_state)}")
