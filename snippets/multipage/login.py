import streamlit as st


def log_in():
    st.session_state.user = "Ann"


def log_out():
    del st.session_state.user


def login():
    st.button("Log in", on_click=log_in)


def account():
    st.text(f"Hello {st.session_state.user}")
    st.button("Log out", on_click=log_out)


page = account if "user" in st.session_state else login
st.navigation([st.Page(page)]).run()
