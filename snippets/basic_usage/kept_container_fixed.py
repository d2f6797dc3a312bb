import streamlit as st

box = st.empty()
st.text("title")
box.text("message")
st.button("Refresh")
