import streamlit as st

st.text(f"trip to {st.session_state.city}")
