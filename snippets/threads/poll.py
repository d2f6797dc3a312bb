import time
from concurrent.futures import ThreadPoolExecutor

import streamlit as st


def work():
    time.sleep(1)
    return "done"


def start():
    st.session_state.job = ThreadPoolExecutor().submit(work)


@st.fragment(run_every=0.3)
def progress():
    if st.session_state.job.done():
        st.rerun()
    st.text("working")


st.button("Start", on_click=start)
job = st.session_state.get("job")
if job and job.done():
    st.text(f"result: {job.result()}")
elif job:
    progress()
