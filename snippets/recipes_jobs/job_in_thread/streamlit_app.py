import streamlit as st
from background_job import Job

state = st.session_state
job = state.setdefault("job", None)
running = job is not None and job.running


def start():
    state.job = Job(state.steps)


def show_progress():
    st.progress(job.done / job.total)
    st.text(f"{job.done} of {job.total} steps done")


@st.fragment(run_every=0.5)
def follow():
    show_progress()
    if not job.running:
        st.rerun()  # the whole page: without this fragment, with the result


st.number_input("Steps", 1, 1000, 50, key="steps")
left, right = st.columns(2)
left.button("Start", on_click=start, disabled=running)
if running:
    right.button("Cancel", on_click=job.cancel)
    follow()
elif job is not None:
    show_progress()
    st.text("Cancelled" if job.cancelled else f"Result: {job.result}")
st.checkbox("You can click this meanwhile")
