import streamlit as st
from described_state import state

if st.button("Add tea"):
    state.cart.append("tea")
    state.count += 1
st.text(f"{state.count}: {state.cart}")
st.text(sorted(st.session_state))
