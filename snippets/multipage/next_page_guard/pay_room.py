import streamlit as st

st.text(f"pay in {st.session_state.currency}")
