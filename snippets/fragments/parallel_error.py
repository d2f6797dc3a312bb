import streamlit as st


@st.fragment(parallel=True)
def load():
    raise ConnectionError


load()
st.text("below the fragment")
