import streamlit as st

st.text(f"letter: {st.session_state.letter}")
