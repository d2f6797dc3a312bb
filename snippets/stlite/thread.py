from threading import Thread

import streamlit as st

results = st.session_state.setdefault("results", [])
if st.button("Save in a thread"):
    thread = Thread(target=results.append, args=["saved"])
    thread.start()
    thread.join()
st.text(f"results: {results}")
