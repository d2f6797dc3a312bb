import streamlit as st

if st.button("Buy tea"):
    st.session_state.basket.append("tea")

st.text(f"shop: {st.session_state.basket}")
