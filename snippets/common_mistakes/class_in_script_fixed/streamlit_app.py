import streamlit as st
from cart_class import Cart

if st.button("New cart"):
    st.session_state.cart = Cart()
st.button("Look again")
cart = st.session_state.get("cart")
st.text(f"a Cart: {isinstance(cart, Cart)}")
