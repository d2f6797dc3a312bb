import time

import streamlit as st


def load():
    time.sleep(0.1)
    return "loaded"


st.text(f"order: {load()}")
