import streamlit as st
from round_state import initialize

st.button("Start over", on_click=st.session_state.clear)

initialize()
st.session_state.round += 1
st.text(f"Round {st.session_state.round}")
