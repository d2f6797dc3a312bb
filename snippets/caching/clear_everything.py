import time

import streamlit as st


@st.cache_data
def prices():
    return time.time_ns()


@st.cache_data
def stock():
    return time.time_ns()


st.button("Clear", on_click=st.cache_data.clear)
st.session_state.setdefault("first", [prices(), stock()])
first = st.session_state.first
st.text(f"prices as at first: {prices() == first[0]}")
st.text(f"stock as at first: {stock() == first[1]}")
