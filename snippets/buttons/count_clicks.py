import time

import streamlit as st


def count():
    st.session_state.clicks += 1


st.session_state.setdefault("clicks", 0)
jobs = st.session_state.setdefault("jobs", [])
clicked = st.button("Start", on_click=count)
st.text(f"clicks: {st.session_state.clicks}")
if clicked:
    jobs.append("started")
    for step in range(10):
        st.caption(f"step {step}")
        time.sleep(0.1)
    jobs.append("ended")
st.text(f"jobs: {jobs}")
