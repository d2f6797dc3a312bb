import time

import streamlit as st


@st.cache_data
def load_prices():
    time.sleep(2)
    return {"Apple": 1, "Pear": 2, "Plum": 3}


started = time.monotonic()
prices = load_prices()
seconds = time.monotonic() - started

fruit = st.selectbox("Fruit", list(prices))
st.text(f"{fruit}: {prices[fruit]}")
st.text(f"The prices took {seconds:.1f} seconds.")
