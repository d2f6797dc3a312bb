import streamlit as st

UNIT = "points"


def initialize():
    st.session_state.setdefault("score", 10)
