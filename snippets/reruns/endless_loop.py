import itertools
import time

import streamlit as st

st.session_state.setdefault("ticks", 0)
if st.checkbox("Watch"):
    place = st.empty()
    for tick in itertools.count(1):
        st.session_state.ticks += 1
        place.text(f"tick {tick}")
        time.sleep(0.1)
st.text("below the loop")
