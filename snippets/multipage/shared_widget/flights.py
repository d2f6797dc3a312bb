import streamlit as st

st.text(f"flights in {st.session_state.currency}")
