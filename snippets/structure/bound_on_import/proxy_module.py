import streamlit as st

state = st.session_state
