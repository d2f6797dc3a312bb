import time

import streamlit as st

st.session_state.setdefault("ticks", 0)
if st.checkbox("Watch"):
    place = st.empty()
    while True:
        st.session_state.ticks += 1
        place.text(f"tick {st.session_state.ticks}")
        time.sleep(0.1)
st.text("below the loop")
