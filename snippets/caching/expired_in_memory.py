import time
import tracemalloc

import streamlit as st


@st.cache_data(ttl=1)
def load(size):
    return bytes(size)


def show(moment):
    used, _ = tracemalloc.get_traced_memory()
    st.text(f"{moment}: {used // 10_000_000 * 10} MB")


tracemalloc.start()
load(20_000_000)
time.sleep(1.1)
show("After the ttl")
load(1)
show("After another result")
tracemalloc.stop()
