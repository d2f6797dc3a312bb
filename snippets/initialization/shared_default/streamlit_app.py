import streamlit as st
from cart_default import CART

st.session_state.setdefault("cart", CART)

if st.button("Add tea"):
    st.session_state.cart.append("tea")
st.text(st.session_state.cart)
