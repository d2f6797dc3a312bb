import time

import streamlit as st

LIMIT = 5  # seconds; in a real app, for example 30 * 60


@st.fragment(run_every=1)
def log_out_if_idle():
    if time.time() - st.session_state.last_run > LIMIT:
        st.session_state.clear()
        st.rerun()


st.session_state.last_run = time.time()
if st.button("Log in"):
    st.session_state.user = "Ann"
st.text(f"user: {st.session_state.get('user')}")
if "user" in st.session_state:
    log_out_if_idle()
