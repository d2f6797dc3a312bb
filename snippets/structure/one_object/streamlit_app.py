import streamlit as st
from shop_state import get_state

state = get_state()
if st.button("Add tea"):
    state.cart.append("tea")
    state.total += 3
st.text(f"{state.cart}, {state.total} euros")
