import streamlit as st

st.text(f"known: {hasattr(st.session_state, 'name')}")
st.text(f"name: {getattr(st.session_state, 'name', 'nobody')}")
st.session_state.name = "Ada"
