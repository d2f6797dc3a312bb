import streamlit as st

calls = []


@st.cache_data
def load():
    calls.append("load")
    if len(calls) == 1:
        raise ConnectionError
    return "prices"


for _ in range(3):
    try:
        st.text(load())
    except ConnectionError:
        st.text("no connection")
st.text(f"calls: {calls}")
