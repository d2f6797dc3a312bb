import streamlit as st

st.text_input("City", key="place")
st.sidebar.text_input("City", key="place")
