import streamlit as st
from sign_in import ask_for_login


def log_out():
    del st.session_state.account  # includes all of the user's data


st.sidebar.selectbox("Language", ["English", "Deutsch"], key="language")
logged_in = "account" in st.session_state
page = st.navigation(
    [st.Page("own_notes.py"), st.Page("own_account.py")],
    position="sidebar" if logged_in else "hidden",
)
if logged_in:
    st.sidebar.button("Log out", on_click=log_out)
    page.run()
else:
    ask_for_login()
