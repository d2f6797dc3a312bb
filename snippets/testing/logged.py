import streamlit as st

st.session_state.name = "Ada"
st.text_input("Name", "nobody", key="name")
