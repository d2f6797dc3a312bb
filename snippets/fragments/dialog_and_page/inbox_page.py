import streamlit as st

st.text(f"Inbox of {st.session_state.get('user')}")
