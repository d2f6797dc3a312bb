import streamlit as st

st.text(f"guest book, runs of the main file: {st.session_state.main_runs}")
