import streamlit as st

file = st.file_uploader("File", key="file")
files = st.file_uploader("Files", accept_multiple_files=True)
st.text(f"one: {file and file.name}")
st.text(f"several: {[each.name for each in files]}")
st.text(f"key: {st.session_state.file == file}")
st.button("Rerun")
