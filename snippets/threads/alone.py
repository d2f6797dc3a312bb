from concurrent.futures import ThreadPoolExecutor

import streamlit as st


def work():
    found = st.session_state.get("result")
    st.session_state.result = f"done for {name}"
    return found


st.session_state.setdefault("result", "nothing")
name = st.text_input("Name")
if st.button("Start"):
    with ThreadPoolExecutor() as pool:
        st.text(f"thread found: {pool.submit(work).result()}")
st.text(f"session has: {st.session_state.result}")
