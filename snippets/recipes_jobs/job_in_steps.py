import math

import streamlit as st

state = st.session_state
state.setdefault("results", [])
state.setdefault("running", False)


def start():
    state.results, state.total, state.running = [], state.steps, True


def cancel():
    state.running = False


def show_progress():
    st.progress(len(state.results) / state.total)
    st.text(f"{len(state.results)} of {state.total} steps done")


@st.fragment(run_every=0.5)
def do_next_step():
    result = math.factorial(len(state.results))  # yours: a second at most
    state.results.append(result)
    show_progress()
    if len(state.results) == state.total:
        state.running = False
        st.rerun()  # no more calls of this, and the buttons change


st.number_input("Steps", 1, 1000, 20, key="steps")
left, right = st.columns(2)
left.button("Start", on_click=start, disabled=state.running)
right.button("Cancel", on_click=cancel, disabled=not state.running)
if state.running:
    do_next_step()
elif state.results:
    show_progress()
    st.text(f"Last result: {state.results[-1]}")
st.checkbox("I can be clicked meanwhile")
