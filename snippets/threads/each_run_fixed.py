from threading import Thread

import streamlit as st


def work():
    started.append("thread")


started = st.session_state.setdefault("started", [])
if "thread" not in st.session_state:
    st.session_state.thread = Thread(target=work)
    st.session_state.thread.start()
st.session_state.thread.join()
st.text(f"started: {started}")
