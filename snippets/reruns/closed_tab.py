import time

import streamlit as st


@st.cache_resource
def get_ticks():
    return []


ticks = get_ticks()
if st.checkbox("Watch"):
    place = st.empty()
    while True:
        ticks.append("tick")
        place.text(f"tick {len(ticks)}")
        time.sleep(0.1)
st.text(f"ticks: {len(ticks)}")
