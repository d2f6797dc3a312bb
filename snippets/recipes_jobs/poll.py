from collections import Counter
from threading import Lock
from uuid import uuid4

import streamlit as st

DISHES = ["Soup", "Salad", "Stew"]


@st.cache_resource
def ballot():
    """Return what all users share: the votes and their lock."""
    return {}, Lock()


votes, lock = ballot()
state = st.session_state
me = state.setdefault("me", uuid4().hex)


def vote():
    choice = state.choice
    with lock:
        votes[me] = choice


@st.fragment(run_every=2)
def show_votes():
    with lock:
        counts = Counter(votes.values())
    for dish in DISHES:
        st.text(f"{dish}: {counts[dish]}")


st.radio("Lunch", DISHES, key="choice")
st.button("Vote", on_click=vote)
if me in votes:
    st.success(f"You voted for {votes[me]}")
    show_votes()
