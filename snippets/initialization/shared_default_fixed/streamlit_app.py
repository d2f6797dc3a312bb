import streamlit as st
from cart_factory import new_cart

if "cart" not in st.session_state:
    st.session_state.cart = new_cart()

if st.button("Add tea"):
    st.session_state.cart.append("tea")
st.text(st.session_state.cart)
