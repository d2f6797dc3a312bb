from threading import Event, Thread

import streamlit as st


def start():
    st.session_state.stop = Event()
    work = st.session_state.stop.wait
    st.session_state.thread = Thread(target=work, daemon=True)
    st.session_state.thread.start()


def stop():
    st.session_state.stop.set()
    st.session_state.thread.join()


st.button("Start", on_click=start)
st.button("Stop", on_click=stop)
if "thread" in st.session_state:
    st.text(f"running: {st.session_state.thread.is_alive()}")
