import streamlit as st


def prepare():
    st.session_state.setdefault("user", "guest")
