import streamlit as st
from entry_module import cart

if st.button("Add tea"):
    cart.append("tea")
st.text(cart)
