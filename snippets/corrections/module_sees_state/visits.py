import streamlit as st


def count_visit():
    st.session_state.setdefault("visits", 0)
    st.session_state.visits += 1
