from threading import Thread

import streamlit as st


def work():
    st.text("from the thread")
    st.rerun()


runs = st.session_state.setdefault("runs", [])
runs.append("run")
thread = Thread(target=work)
thread.start()
thread.join()
st.text(f"runs: {runs}")
