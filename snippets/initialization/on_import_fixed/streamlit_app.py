import streamlit as st
from score_by_function import UNIT, initialize

initialize()
st.text(f"{st.session_state.score} {UNIT}")
