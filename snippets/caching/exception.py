import streamlit as st

calls = []


@st.cache_data
def load():
    calls.append("load")
    raise ConnectionError


for _ in range(2):
    try:
        load()
    except ConnectionError:
        st.text(f"calls: {calls}")
