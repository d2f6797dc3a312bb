import time

import streamlit as st

st.session_state.setdefault("begun", 0)
st.session_state.setdefault("ended", 0)
st.button("Refresh")
if st.button("Work"):
    st.session_state.begun += 1
    st.text("Working")
    time.sleep(2)
    st.session_state.ended += 1
st.text(f"Begun: {st.session_state.begun}")
st.text(f"Ended: {st.session_state.ended}")
