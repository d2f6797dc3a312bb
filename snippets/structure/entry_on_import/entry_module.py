import streamlit as st

cart = st.session_state.setdefault("cart", [])
