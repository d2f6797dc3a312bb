import time

import streamlit as st


@st.cache_data
def load():
    return time.time()


def home():
    st.text("page: home")


def report():
    draft = st.text_input("Draft")
    file = st.file_uploader("File")
    if st.button("Store"):
        st.session_state.stored = "yes"
    st.text(f"widget: {draft}")
    st.text(f"file: {file and file.name}")


st.navigation([st.Page(home), st.Page(report)]).run()
st.text(f"user: {st.user.get('email')}")
if st.user.is_logged_in:
    st.button("Log out", on_click=st.logout)
else:
    st.button("Log in", on_click=st.login)
st.text(f"session state: {st.session_state.get('stored')}")
st.text(f"cache: {load()}")
st.text(f"URL: {st.query_params.to_dict()}")
