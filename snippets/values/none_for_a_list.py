import streamlit as st

st.session_state.colours = None
st.multiselect("Colours", ["red"], key="colours")
