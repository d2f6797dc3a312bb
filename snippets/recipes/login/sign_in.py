import hmac

import streamlit as st

PASSWORDS = {"ada": "engine", "bob": "bricks"}  # keep yours in st.secrets


def log_in():
    name, password = st.session_state.name, st.session_state.password
    if name in PASSWORDS and hmac.compare_digest(
        PASSWORDS[name].encode(), password.encode()
    ):
        st.session_state.account = {"name": name, "notes": []}
    else:
        st.session_state.login_failed = True


def ask_for_login():
    with st.form("login"):
        st.text_input("Name", key="name")
        st.text_input("Password", type="password", key="password")
        st.form_submit_button("Log in", on_click=log_in)
    if st.session_state.pop("login_failed", False):
        st.error("Unknown name or wrong password")
