import streamlit as st

st.text(f"Profile of {st.session_state['user']}")
