import streamlit as st

st.session_state["$$ID-name"] = "Ann"
