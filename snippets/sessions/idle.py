import time

import streamlit as st

LIMIT = 5  # seconds; in a real app, for example 30 * 60

last_run = st.session_state.get("last_run", time.time())
if time.time() - last_run > LIMIT:
    st.session_state.clear()
st.session_state.last_run = time.time()

if st.button("Log in"):
    st.session_state.user = "Ann"
st.text(f"user: {st.session_state.get('user')}")
