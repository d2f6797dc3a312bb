import streamlit as st

st.session_state.setdefault("cart", [])
if st.button("Add tea"):
    st.session_state.cart.append("tea")
st.text(f"Cart: {st.session_state.cart}")
