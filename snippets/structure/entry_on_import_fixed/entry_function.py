import streamlit as st


def get_cart() -> list[str]:
    return st.session_state.setdefault("cart", [])
