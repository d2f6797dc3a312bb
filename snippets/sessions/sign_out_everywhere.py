import time

import streamlit as st

state = st.session_state


@st.cache_resource
def signed_out():
    return {}  # when each user has signed out everywhere


def sign_in():
    state.user, state.since = state.name, time.time()


def sign_out_everywhere():
    signed_out()[state.user] = time.time()


if "user" in state and state.since < signed_out().get(state.user, 0):
    del state.user
if "user" in state:
    st.text(f"user: {state.user}")
    st.button("Sign out everywhere", on_click=sign_out_everywhere)
else:
    st.text_input("Name", key="name")
    st.button("Sign in", on_click=sign_in)
