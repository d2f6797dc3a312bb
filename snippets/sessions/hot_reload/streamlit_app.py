import streamlit as st
from reloaded import Basket, visits

st.session_state.setdefault("basket", Basket())
st.session_state.basket.runs.append("run")
visits.append("run")

basket = st.session_state.basket
st.text(f"session: {basket.runs}")
st.text(f"module: {visits}")
st.text(f"isinstance: {isinstance(basket, Basket)}")
