import streamlit as st

name = None
if st.button("I am Ada"):
    name = "Ada"
    st.session_state.name = "Ada"
st.button("Rerun")

st.text(f"plain variable: {name}")
st.text(f"session state: {st.session_state.get('name')}")
