import streamlit as st
from pure_cart import add

plain = {}
add(plain, "milk")
add(st.session_state, "tea")
st.text(f"session: {st.session_state.cart}, dict: {plain['cart']}")
