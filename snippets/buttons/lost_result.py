import time

import streamlit as st

jobs = st.session_state.setdefault("jobs", [])
st.checkbox("Something else")
st.text(f"jobs: {jobs}")
st.text(f"result: {st.session_state.get('result')}")
if st.button("Start"):
    st.caption("working")
    time.sleep(2)
    jobs.append("ended")
    st.session_state.result = "done"
