import time

import streamlit as st


@st.cache_resource
def get_ticks():
    return []


ticks = get_ticks()
if st.checkbox("Work"):
    while len(ticks) < 50:
        ticks.append("tick")
        time.sleep(0.1)
st.text(f"ticks: {len(ticks)}")
