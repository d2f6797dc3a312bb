import streamlit as st

st.text(f"orders of {st.session_state.get('user', 'nobody')}")
