import time

import streamlit as st


@st.dialog("Report")
def ask():
    if st.button("Create"):
        st.caption("working")
        time.sleep(3)
        st.session_state.report = "done"
        st.rerun()


if st.button("Open"):
    ask()
st.text(f"Report: {st.session_state.get('report')}")
