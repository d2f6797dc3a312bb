import streamlit as st


@st.fragment(parallel=True)
def ask():
    box.text_input("Name")


box = st.container()
ask()
