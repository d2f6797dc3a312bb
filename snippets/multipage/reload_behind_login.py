import streamlit as st


def log_in():
    st.session_state.user = "Ann"


def login():
    st.button("Log in", on_click=log_in)


def home():
    st.text(f"Hello {st.session_state.user}")


def report():
    st.text(f"Report for {st.session_state.user}")


pages = [home, report] if "user" in st.session_state else [login]
st.navigation([st.Page(page) for page in pages]).run()
