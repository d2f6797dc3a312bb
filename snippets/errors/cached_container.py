import streamlit as st


@st.cache_data
def price():
    box.text("Computing the price")
    return 8


box = st.container()
st.text(f"Price: {price()}")
