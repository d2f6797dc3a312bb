import streamlit as st

state = st.session_state


@st.cache_resource
def sign_outs():
    return {}  # how often each user has signed out everywhere


def sign_in():
    state.user = state.name
    state.seen = sign_outs().get(state.user, 0)


def sign_out_everywhere():
    sign_outs()[state.user] = sign_outs().get(state.user, 0) + 1


if "user" in state and state.seen != sign_outs().get(state.user, 0):
    del state.user
if "user" in state:
    st.text(f"user: {state.user}")
    st.button("Sign out everywhere", on_click=sign_out_everywhere)
else:
    st.text_input("Name", key="name")
    st.button("Sign in", on_click=sign_in)
