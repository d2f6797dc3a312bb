import streamlit as st
from entry_function import get_cart

if st.button("Add tea"):
    get_cart().append("tea")
st.text(get_cart())
