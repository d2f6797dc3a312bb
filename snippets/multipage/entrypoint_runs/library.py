import streamlit as st

st.text(f"library, entrypoint runs: {st.session_state.runs}")
