import streamlit as st
from slow_shop import Shop, load

st.text(f"order: {load()}")
st.text(f"shop: {Shop().load()}")
