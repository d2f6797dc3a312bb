import streamlit as st

calls = []


@st.cache_data
def load():
    try:
        return int("no number")
    except ValueError:
        calls.append("failed")
        return None


st.text(f"{load()}, {load()}")
st.text(f"calls: {calls}")
