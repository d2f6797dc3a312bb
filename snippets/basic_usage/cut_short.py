import time

import streamlit as st

st.session_state.setdefault("begun", 0)
st.session_state.setdefault("ended", 0)
if st.button("Work"):
    st.session_state.begun += 1
    time.sleep(1)
    st.session_state.ended += 1
st.text(f"Begun: {st.session_state.begun}")
st.text(f"Ended: {st.session_state.ended}")
