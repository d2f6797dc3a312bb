import time

import streamlit as st


@st.dialog("Report")
def ask():
    if st.button("Create"):
        st.session_state.wanted = True
        st.rerun()


if st.button("Open"):
    ask()
if st.session_state.pop("wanted", False):
    st.caption("working")
    time.sleep(3)
    st.session_state.report = "done"
st.text(f"Report: {st.session_state.get('report')}")
