import streamlit as st


@st.cache_data
def greeting(_name):
    return f"Hello {_name}"


st.text(greeting(st.text_input("Name", "Ada")))
