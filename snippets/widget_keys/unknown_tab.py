import streamlit as st

st.session_state.view = "Table"
st.tabs(["Map", "List"], key="view", on_change="rerun")
st.text(f"view: {st.session_state.view}")
