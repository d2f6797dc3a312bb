import time

import streamlit as st


@st.cache_data
def load():
    return time.time()


name = st.text_input("Name")
file = st.file_uploader("File")
if st.button("Store"):
    st.session_state.stored = "yes"
    st.query_params.view = "map"

st.text(f"session state: {st.session_state.get('stored')}")
st.text(f"widget: {name}")
st.text(f"file: {file and file.name}")
st.text(f"cache: {load()}")
st.text(f"URL: {st.query_params.get('view')}")
