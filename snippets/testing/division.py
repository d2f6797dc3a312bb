import streamlit as st

number = st.number_input("Number", value=5)
st.text("Ten divided by it:")
st.text(10 / number)
