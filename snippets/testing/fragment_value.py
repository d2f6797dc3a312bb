import streamlit as st


@st.fragment
def answer():
    return 42


st.text(f"Answer: {answer()}")
