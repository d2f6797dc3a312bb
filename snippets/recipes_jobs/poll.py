from collections import Counter
from threading import Lock

import streamlit as st

DISHES = ["Soup", "Salad", "Stew"]


@st.cache_resource
def ballot():
    """Return what all users share."""
    return Counter(), Lock()


votes, lock = ballot()
state = st.session_state
state.setdefault("vote", None)  # only this user's


def vote():
    with lock:
        if state.vote:
            votes[state.vote] -= 1
        votes[state.choice] += 1
    state.vote = state.choice


@st.fragment(run_every=2)
def show_votes():
    for dish in DISHES:
        st.text(f"{dish}: {votes[dish]}")


st.radio("Lunch", DISHES, key="choice")
st.button("Vote", on_click=vote)
if state.vote:
    st.success(f"You voted for {state.vote}")
    show_votes()
