import streamlit as st

st.session_state.double = lambda number: 2 * number
st.text(st.session_state.double(21))
