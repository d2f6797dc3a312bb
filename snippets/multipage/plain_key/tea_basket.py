import streamlit as st

if st.button("Add a cup"):
    st.session_state.basket.append("cup")

st.text(f"basket: {st.session_state.basket}")
