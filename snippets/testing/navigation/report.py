import streamlit as st

st.text(f"Name: {st.session_state.get('name')}")
