import streamlit as st

st.text(f"summary: {st.session_state.get('name')!r}")
