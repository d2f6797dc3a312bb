import math
import time

import streamlit as st

state = st.session_state
state.setdefault("ends", None)
state.setdefault("over", False)


def start():
    state.ends = time.time() + state.seconds


def stop():
    state.ends, state.over = None, False


@st.fragment(run_every=0.5)
def count_down():
    left = math.ceil(state.ends - time.time())
    if left > 0:
        st.text(f"{left} seconds left")
    else:
        state.ends, state.over = None, True
        st.rerun()  # the whole page, without this fragment


st.number_input("Seconds", 1, 3600, 60, key="seconds")
left, right = st.columns(2)
left.button("Start", on_click=start)
right.button("Stop", on_click=stop)
if state.ends:
    count_down()
elif state.over:
    st.text("Time is up")
