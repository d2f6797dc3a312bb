import streamlit as st

VERSION = 1

if st.session_state.get("version") != VERSION:
    st.session_state.clear()
    st.session_state.version = VERSION
    st.session_state.cart = []
if st.button("Add tea"):
    st.session_state.cart.append("tea")
st.text(f"version {VERSION}: {st.session_state.cart}")
