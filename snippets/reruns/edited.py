import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text(f"first: {st.session_state.runs}")
