import streamlit as st

plain = 0
if "kept" not in st.session_state:
    st.session_state.kept = 0

if st.button("Add one"):
    plain += 1
    st.session_state.kept += 1

st.text(f"plain variable: {plain}")
st.text(f"session state: {st.session_state.kept}")
