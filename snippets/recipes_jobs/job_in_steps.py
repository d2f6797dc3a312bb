import time

import streamlit as st

state = st.session_state
state.setdefault("results", {})
state.setdefault("running", False)


def do_step(number):
    time.sleep(0.5)  # your work, without Streamlit commands
    return number * number


def start():
    state.results, state.total, state.running = {}, state.steps, True


def cancel():
    state.running = False


def show_progress():
    st.progress(len(state.results) / state.total)
    st.text(f"{len(state.results)} of {state.total} steps done")


@st.fragment(run_every=1)
def work():
    st.button("Cancel", on_click=cancel)
    show_progress()
    results = state.results
    if state.running and len(results) < state.total:
        number = len(results)
        results[number] = do_step(number)
    else:
        state.running = False
        st.rerun()  # the whole page: without this fragment, with the result


st.number_input("Steps", 1, 1000, 10, key="steps")
st.button("Start", on_click=start, disabled=state.running)
st.checkbox("You can click this meanwhile")
if state.running:
    work()
elif state.results:
    show_progress()
    st.text(f"Sum: {sum(state.results.values())}")
