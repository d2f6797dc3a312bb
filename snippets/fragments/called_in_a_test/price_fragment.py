import streamlit as st


@st.fragment
def price(amount):
    return amount * 2
