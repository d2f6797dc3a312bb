import time

import streamlit as st


@st.fragment
def job():
    st.button("Stop")
    if st.button("Start"):
        for step in range(30):
            st.caption(f"Step {step}")
            time.sleep(0.1)
        st.session_state.result = "done"
    st.text(f"Result: {st.session_state.get('result')}")


st.button("Outside")
job()
