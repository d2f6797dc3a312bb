import streamlit as st

if st.checkbox("Show the score", value=True):
    st.text(st.session_state.score)

if "score" not in st.session_state:
    st.session_state.score = 10
