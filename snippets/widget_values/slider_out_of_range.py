import streamlit as st

st.session_state.count = 20
st.slider("Count", max_value=10, key="count")
