import time

import streamlit as st


@st.fragment(run_every=0.2)
def clock():
    st.session_state.ticks += 1


st.session_state.setdefault("ticks", 0)
clock()
if st.button("Start"):
    before = st.session_state.ticks
    for step in range(20):
        st.caption(f"Step {step}")
        time.sleep(0.1)
    st.text(f"Ticks during the job: {st.session_state.ticks - before}")
st.text(f"Ticks: {st.session_state.ticks}")
