import streamlit as st

st.text(f"saved: {st.session_state.get('saved')}")
