import streamlit as st

size = st.selectbox("Size", ["small", "large"], key="size")
name = st.text_input(f"Name of the {size} one")
st.text(f"{size}: {name}")
