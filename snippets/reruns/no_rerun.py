import streamlit as st

st.session_state.setdefault("done", 0)
st.text(f"above: {st.session_state.done}")
if st.button("Do it"):
    st.session_state.done += 1
st.text(f"below: {st.session_state.done}")
