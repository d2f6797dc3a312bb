import streamlit as st
from background_job import Job

state = st.session_state
job = state.setdefault("job", None)
running = job is not None and job.running


def start():
    state.job = Job(state.steps)


@st.fragment(run_every=0.2 if running else None)
def show_progress():
    st.progress(job.done / job.total)
    st.text(f"{job.done} of {job.total} steps done")
    if running and not job.running:
        st.rerun()  # ends run_every, and the buttons change


st.number_input("Steps", 1, 1000, 50, key="steps")
left, right = st.columns(2)
left.button("Start", on_click=start, disabled=running)
if job is not None:
    right.button("Cancel", on_click=job.cancel, disabled=not running)
    show_progress()
    if not running:
        st.text("Cancelled" if job.cancelled else f"Result: {job.result}")
st.checkbox("I can be clicked meanwhile")
