import streamlit as st

st.session_state.setdefault("imported", [])
file = st.file_uploader("File")
if file and file.file_id != st.session_state.get("last_id"):
    st.session_state.imported.append(file.name)
    st.session_state.last_id = file.file_id
st.button("Rerun")
st.text(st.session_state.imported)
