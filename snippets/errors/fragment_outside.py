import streamlit as st


@st.fragment
def ask():
    box.text_input("Name", "Ann")


box = st.container()
ask()
