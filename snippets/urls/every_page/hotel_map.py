import streamlit as st

st.text(f"map of {st.session_state.city}")
