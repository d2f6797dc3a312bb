import streamlit as st

st.session_state.setdefault("price", "5")
st.number_input("Price", key="price")
