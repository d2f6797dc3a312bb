import streamlit as st

file = st.file_uploader("File", key="file")
if file:
    st.session_state.kept = file
st.text(f"chosen: {file.name if file else None}")
