import streamlit as st


@st.cache_data
def ask_for_a_price():
    return st.number_input("Price", value=8)


st.text(f"Price: {ask_for_a_price()}")
