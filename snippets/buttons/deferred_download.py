from functools import partial

import streamlit as st


def from_session_state():
    return f"name: {st.session_state.get('name')}"


def from_argument(name):
    return f"name: {name}"


name = st.text_input("Name", "Ada", key="name")
st.download_button("Without", from_session_state, "a.txt")
st.download_button("With", partial(from_argument, name), "b.txt")
