import streamlit as st

st.text(st.session_state.name)
