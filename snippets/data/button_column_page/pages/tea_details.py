import streamlit as st

st.text(f"tea: {st.session_state.tea}")
