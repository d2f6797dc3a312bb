import time

import streamlit as st


def start():
    st.session_state.busy = True


busy = st.session_state.setdefault("busy", False)
st.button("Start", disabled=busy, on_click=start)
st.text(f"done: {st.session_state.setdefault('done', 0)}")
if busy:
    time.sleep(1)
    st.session_state.done += 1
    st.session_state.busy = False
    st.rerun()
