import time

import streamlit as st


@st.cache_data(ttl=1)
def loaded():
    return time.time_ns()


first = loaded()
st.text(f"loaded again at once: {loaded() != first}")
time.sleep(1.1)
st.text(f"loaded again later: {loaded() != first}")
