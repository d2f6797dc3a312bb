import time

import streamlit as st


def unit():
    return "EUR"


@st.cache_data
def price():
    return f"{time.time_ns()} {unit()}"


st.text(f"price: {price()}")
