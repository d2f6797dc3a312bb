import streamlit as st

runs = []


@st.cache_data
def load():
    runs.append("load")
    st.text("loaded")


load()
st.text(f"runs: {runs}")
