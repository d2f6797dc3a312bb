from threading import Thread

import streamlit as st


def work():
    started.append("thread")


started = st.session_state.setdefault("started", [])
thread = Thread(target=work)
thread.start()
thread.join()
st.text(f"started: {started}")
