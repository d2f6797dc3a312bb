import streamlit as st

name = st.text_input("Name", None)
st.text(repr(name))
