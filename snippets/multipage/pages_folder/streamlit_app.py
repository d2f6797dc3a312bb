import streamlit as st

if "main_runs" not in st.session_state:
    st.session_state.main_runs = 0

st.session_state.main_runs += 1
st.text(f"main file, runs: {st.session_state.main_runs}")
