import streamlit as st

if "runs" not in st.session_state:
    st.session_state.runs = 0
st.session_state.runs += 1

st.checkbox("Change me")
st.text(f"runs so far: {st.session_state.runs}")
