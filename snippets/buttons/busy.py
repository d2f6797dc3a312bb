import time

import streamlit as st


def start():
    st.session_state.busy = True


busy = st.session_state.setdefault("busy", False)
jobs = st.session_state.setdefault("jobs", [])
st.button("Start", disabled=busy, on_click=start)
st.checkbox("Something else")
st.text(f"jobs: {jobs}")
if busy:
    jobs.append("started")
    for step in range(10):
        st.caption(f"step {step}")
        time.sleep(0.1)
    jobs.append("ended")
    st.session_state.busy = False
    st.rerun()
