import streamlit as st
from proxy_module import state

state.setdefault("cart", [])
if st.button("Add tea"):
    state.cart.append("tea")
st.text(state.cart)
