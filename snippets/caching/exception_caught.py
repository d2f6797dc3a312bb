import streamlit as st

calls = []


@st.cache_data
def load():
    calls.append("load")
    try:
        return int("no number")
    except ValueError:
        return None


st.text(f"{load()}, {load()}")
st.text(f"calls: {calls}")
