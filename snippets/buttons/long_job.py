import time

import streamlit as st

st.checkbox("Something else")
st.text(f"result: {st.session_state.get('result')}")
if st.button("Start"):
    for percent in range(100):
        st.caption(f"{percent} %")
        time.sleep(0.1)
    st.session_state.result = "done"
