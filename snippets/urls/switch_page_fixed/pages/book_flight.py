import streamlit as st

st.text(f"flight to {st.session_state.city}")
