import streamlit as st

st.text(f"hotels in {st.session_state.city}")
