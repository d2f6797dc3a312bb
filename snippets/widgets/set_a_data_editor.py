import streamlit as st

st.session_state.table = {}
st.data_editor(["Ann"], key="table")
