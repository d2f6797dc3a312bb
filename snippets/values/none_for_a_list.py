import streamlit as st

st.session_state.colors = None
st.multiselect("Colors", ["red"], key="colors")
