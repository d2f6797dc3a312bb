import streamlit as st
from score_on_import import UNIT

st.text(f"{st.session_state.score} {UNIT}")
