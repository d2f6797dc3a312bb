import streamlit as st


def found():
    return st.session_state.get("name")


def greet(name):
    return f"Hello {name}"
