import time

import streamlit as st


@st.cache_data
def data():
    return [time.time_ns()]


@st.cache_resource
def resource():
    return [time.time_ns()]


st.text(f"cache_data: {data() == data()} {data() is data()}")
st.text(f"cache_resource: {resource() is resource()}")
