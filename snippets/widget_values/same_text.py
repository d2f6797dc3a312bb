import streamlit as st

st.session_state.setdefault("size", "38")
size = st.selectbox("Size", [36, 38, 40], key="size")
st.text(f"size: {size!r}")
