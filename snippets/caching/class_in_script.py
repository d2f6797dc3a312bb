import streamlit as st

made = []


class Price:
    def __init__(self):
        made.append("new")


@st.cache_data
def data():
    return Price()


@st.cache_resource
def resource():
    return Price()


st.text(f"cache_data: {isinstance(data(), Price)}")
st.text(f"cache_resource: {isinstance(resource(), Price)}")
st.text(f"made: {made}")
