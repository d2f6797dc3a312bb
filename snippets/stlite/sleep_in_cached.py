import time

import streamlit as st


@st.cache_data
def load():
    time.sleep(0.1)
    return "loaded"


order = load()
st.text(f"order: {order}")
