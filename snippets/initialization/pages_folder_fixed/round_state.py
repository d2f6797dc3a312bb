import streamlit as st


def initialize():
    st.session_state.setdefault("round", 0)
