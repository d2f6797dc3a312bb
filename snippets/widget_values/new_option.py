import streamlit as st

size = st.selectbox("Size", ["S", "M"], accept_new_options=True)
st.text(f"Size: {size}")
