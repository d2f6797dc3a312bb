import streamlit as st

if st.button("Start"):
    st.session_state.score = 10

st.text(st.session_state.score)
