import streamlit as st

name = st.text_input("Name", "Ada", key="name")
st.text(f"Hello {name}")
