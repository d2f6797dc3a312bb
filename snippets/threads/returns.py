from concurrent.futures import ThreadPoolExecutor

import streamlit as st


def work(found, name):
    return found, f"done for {name}"


st.session_state.setdefault("result", "nothing")
name = st.text_input("Name")
if st.button("Start"):
    with ThreadPoolExecutor() as pool:
        job = pool.submit(work, st.session_state.result, name)
    found, st.session_state.result = job.result()
    st.text(f"thread found: {found}")
st.text(f"session has: {st.session_state.result}")
