import math

import streamlit as st

state = st.session_state
state.setdefault("results", [])
state.setdefault("running", False)


def work(number):
    """Do one step, which takes a second at most."""
    return math.factorial(number)


def start():
    state.results, state.total, state.running = [], state.steps, True


def cancel():
    state.running = False


@st.fragment(run_every=0.1 if state.running else None)
def show_progress():
    if state.running:
        state.results.append(work(len(state.results)))
        if len(state.results) == state.total:
            state.running = False
            st.rerun()  # ends run_every, and the buttons change
    if state.results:
        st.progress(len(state.results) / state.total)
        st.text(f"{len(state.results)} of {state.total} steps done")


st.number_input("Steps", 1, 1000, 20, key="steps")
left, right = st.columns(2)
left.button("Start", on_click=start, disabled=state.running)
right.button("Cancel", on_click=cancel, disabled=not state.running)
show_progress()
if state.results and not state.running:
    st.text(f"Last result: {state.results[-1]}")
st.checkbox("I can be clicked meanwhile")
