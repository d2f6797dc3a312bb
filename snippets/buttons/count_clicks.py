import time

import streamlit as st


def count():
    st.session_state.clicks += 1


st.session_state.setdefault("clicks", 0)
jobs = st.session_state.setdefault("jobs", [])
clicked = st.button("Start", on_click=count)
st.text(f"clicks: {st.session_state.clicks}")
if clicked:
    time.sleep(2)
    st.caption("still there")
    jobs.append("ended")
st.text(f"jobs: {jobs}")
