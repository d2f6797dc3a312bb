import time

import streamlit as st


@st.cache_data
def load_prices():
    return {"apple": 1, "loaded": time.time()}


prices = load_prices()
prices["apple"] += 1
st.text(f"changed: {prices}")
st.text(f"loaded again: {load_prices()}")
