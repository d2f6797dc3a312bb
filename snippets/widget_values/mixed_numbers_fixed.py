import streamlit as st

price = st.number_input("Price", 1.0, 10.0, 2.5)
st.text(f"price: {price}")
