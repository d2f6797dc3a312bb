import streamlit as st


def store():
    st.session_state.stored = "by the process"
    return sorted(st.session_state.items())
