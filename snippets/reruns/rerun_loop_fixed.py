import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text(f"runs: {st.session_state.runs}")
if st.button("Refresh"):
    st.rerun()
