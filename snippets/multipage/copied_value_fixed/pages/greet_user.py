import streamlit as st

st.text(f"user: {st.session_state.user}")
