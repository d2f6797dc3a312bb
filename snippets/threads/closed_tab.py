import time
from threading import Thread

import streamlit as st


@st.cache_resource
def beats():
    return []


def work(beats):
    for _ in range(600):
        time.sleep(0.1)
        beats.append("beat")


if st.button("Start"):
    Thread(target=work, args=(beats(),), daemon=True).start()
st.text(f"beats: {len(beats())}")
