import time

import streamlit as st

log = st.session_state.setdefault("log", [])


def work():
    st.caption("working")
    time.sleep(2)
    log.append("half")
    st.caption("still working")
    log.append("end")


@st.fragment
def fragment_that_works():
    st.checkbox("In this fragment", on_change=log.append, args=("in",))
    if st.button("Work in a fragment"):
        work()


@st.fragment
def other_fragment():
    st.checkbox("In another fragment", on_change=log.append, args=("in",))


st.checkbox("Outside fragments", on_change=log.append, args=("outside",))
other_fragment()
fragment_that_works()
if st.button("Work in the script"):
    work()
st.text(" > ".join(log))
