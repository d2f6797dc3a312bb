import time
from threading import Thread

import streamlit as st


def work(times):
    times.append(time.time_ns())


@st.cache_resource
def started():
    times = []
    thread = Thread(target=work, args=(times,))
    thread.start()
    thread.join()
    return times


st.text(f"started: {started()}")
