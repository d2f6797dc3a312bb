import streamlit as st

name = st.text_input("Name")
st.button("Refresh")
st.text(f"name: {name!r}")
