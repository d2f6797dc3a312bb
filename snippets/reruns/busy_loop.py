import time

import streamlit as st

ticks = st.session_state.setdefault("ticks", [])
if st.checkbox("Work"):
    while len(ticks) < 50:
        ticks.append("tick")
        time.sleep(0.1)
st.button("Refresh")
st.text(f"ticks: {len(ticks)}")
