import streamlit as st
from method_cart import Cart

st.session_state.setdefault("cart", Cart())
cart = st.session_state.cart
st.button("Add tea", on_click=cart.add, args=("tea",))
st.button("Empty", on_click=cart.items.clear)
st.text(cart.items)
