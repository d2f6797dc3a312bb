import streamlit as st
from round_state import initialize

initialize()
st.text(f"Rounds so far: {st.session_state.round}")
