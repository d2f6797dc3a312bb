import time

import streamlit as st

if st.session_state.get("go"):
    time.sleep(3)  # a slow query
    st.text("Result")
else:
    st.text("First screen")
    st.button("Go", key="go")
