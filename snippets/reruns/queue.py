import streamlit as st

st.session_state.setdefault("queue", [])
st.session_state.setdefault("done", [])
if st.button("Start"):
    st.session_state.queue = ["tea", "milk", "rice"]
if st.session_state.queue:
    st.session_state.done.append(st.session_state.queue.pop(0))
    st.rerun()
st.text(f"done: {st.session_state.done}")
