import math
import time

import streamlit as st

state = st.session_state


def start():
    state.ends = time.time() + state.seconds


def stop():
    state.pop("ends", None)


running = state.get("ends", 0) > time.time()


@st.fragment(run_every=0.2 if running else None)
def show_time():
    left = math.ceil(state.ends - time.time())
    if left > 0:
        st.text(f"{left} seconds left")
    elif running:
        st.rerun()  # ends run_every
    else:
        st.text("Time is up")


st.number_input("Seconds", 1, 3600, 60, key="seconds")
left, right = st.columns(2)
left.button("Start", on_click=start)
right.button("Stop", on_click=stop)
if "ends" in state:
    show_time()
