import streamlit as st

st.text_input("City", key="place")
st.text_area("Country", key="place")
