from threading import Thread

import streamlit as st


def work(results):
    results.append("done")


st.session_state.setdefault("results", [])
if st.button("Start"):
    thread = Thread(target=work, args=(st.session_state.results,))
    thread.start()
    thread.join()
st.text(f"results: {st.session_state.results}")
