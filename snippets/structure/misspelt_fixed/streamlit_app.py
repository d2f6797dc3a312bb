import streamlit as st
from slots_state import State

st.session_state.setdefault("state", State())
state = st.session_state.state
if st.button("Add one"):
    state.cuont = state.count + 1
st.text(state)
