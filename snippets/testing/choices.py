import streamlit as st

size = st.radio("Size", ["small", "large"])
color = st.selectbox("Color", ["red", "blue"])
amount = st.number_input("Amount", 1, 10, 5)
st.text(f"{size}, {color}, {amount}")
