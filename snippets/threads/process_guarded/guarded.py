import streamlit as st


def found():
    return st.session_state.to_dict()


def greet(name):
    return f"Hello {name}"
