import streamlit as st

UNIT = "points"
st.session_state.setdefault("score", 10)
