import streamlit as st

st.session_state.setdefault("name", "nobody")
if st.button("Sign in"):
    st.session_state.name = "Ada"
st.text(f"Home of {st.session_state.name}")
