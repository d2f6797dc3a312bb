import streamlit as st

name = st.text_input("Name")
if st.button("Greet", disabled=not name):
    st.text(f"Hello {name}")
