import streamlit as st


def items():
    st.session_state.setdefault("shopping", [])
    return st.session_state.shopping
