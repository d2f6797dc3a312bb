import streamlit as st

if "step" not in st.session_state:
    st.session_state.step = int(st.query_params.get("step", "1"))

if st.button("Next step"):
    st.session_state.step += 1
if st.button("Put it into the URL"):
    st.query_params.step = st.session_state.step
st.text(f"step: {st.session_state.step}")
