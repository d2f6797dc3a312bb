import streamlit as st

st.session_state.setdefault("user", "guest")
st.text(f"Home of {st.session_state['user']}")
