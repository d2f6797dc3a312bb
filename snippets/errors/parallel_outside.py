import streamlit as st


@st.fragment(parallel=True)
def ask():
    box.text_input("Name", "Ann")


box = st.container()
ask()
