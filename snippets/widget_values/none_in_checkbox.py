import streamlit as st

st.session_state.agreed = None
st.checkbox("Agreed", key="agreed")
