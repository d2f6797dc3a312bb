import time

import streamlit as st


@st.cache_data
def load_prices():
    sum(range(10_000_000))  # as slow as a download
    return {"Apple": 1, "Pear": 2, "Plum": 3}, time.time()


prices, loaded = load_prices()
fruit = st.selectbox("Fruit", list(prices))
st.text(f"{fruit}: {prices[fruit]}")
st.text(f"loaded: {loaded}")
