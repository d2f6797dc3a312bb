import streamlit as st
from property_state import state

if st.button("Add one"):
    state.count += 1
st.text(f"count {state.count}, doubled {state.doubled}")
