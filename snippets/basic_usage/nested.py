import streamlit as st

st.session_state.user = {"name": "Ada"}

st.text(st.session_state.user["name"])
st.text(st.session_state.user.name)
