import streamlit as st

st.session_state.setdefault("code", "abcdef")
code = st.text_input("Code", max_chars=3, key="code")
st.text(f"code: {code}")
