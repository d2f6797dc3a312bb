import streamlit as st

st.session_state["name"]
