import streamlit as st

st.text_input("Name", key="name")

name = st.session_state.setdefault("name", "Ada")
st.text(f"Hello {name}!")
