import streamlit as st


def log_in():
    st.session_state.user = "Ann"


def home():
    st.text(f"Hello {st.session_state.user}")


def report():
    st.text(f"Report for {st.session_state.user}")


known = "user" in st.session_state
pages = [st.Page(home), st.Page(report)]
page = st.navigation(pages, position="sidebar" if known else "hidden")
if known:
    page.run()
else:
    st.button("Log in", on_click=log_in)
