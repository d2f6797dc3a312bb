import streamlit as st

st.session_state.hat = "L"
st.text(f"above: {st.session_state.hat}")
st.radio("Hat", ["S", "M"], key="hat")
st.text(f"below: {st.session_state.hat}")
