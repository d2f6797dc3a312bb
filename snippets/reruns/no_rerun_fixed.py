import streamlit as st

st.session_state.setdefault("done", 0)
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text(f"above: {st.session_state.done}")
if st.button("Do it"):
    st.session_state.done += 1
    st.rerun()
st.text(f"below: {st.session_state.done}")
st.text(f"runs: {st.session_state.runs}")
