import streamlit as st

st.session_state.setdefault("imported", [])
file = st.file_uploader("File")
if file:
    st.session_state.imported.append(file.name)
st.button("Rerun")
st.text(st.session_state.imported)
