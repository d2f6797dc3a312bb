import streamlit as st

state = st.session_state


@st.fragment(run_every=1)
def rerun_all():
    if not state.pop("full_run", False):
        st.rerun()


state.full_run = True
state.runs = state.get("runs", 0) + 1
st.text(f"runs: {state.runs}")
rerun_all()
