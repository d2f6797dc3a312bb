import time

import streamlit as st

screen = st.empty()
if st.session_state.get("go"):
    time.sleep(3)  # a slow query
    screen.text("Result")
else:
    with screen.container():
        st.text("First screen")
        st.button("Go", key="go")
