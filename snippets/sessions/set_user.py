import streamlit as st

st.text("Hello")
st.user.nickname = "Ann"
