import threading

import streamlit as st


@st.cache_data
def lock():
    return threading.Lock()


st.text(f"locked: {lock().locked()}")
