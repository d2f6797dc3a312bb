import streamlit as st

st.session_state.setdefault("kept", None)
if st.checkbox("Upload", value=True):
    file = st.file_uploader("File", key="file")
    if file:
        st.session_state.kept = (file.name, file.getvalue())
st.text(f"kept: {st.session_state.kept}")
