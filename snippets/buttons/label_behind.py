import streamlit as st

st.session_state.setdefault("shown", False)
label = "Hide" if st.session_state.shown else "Show"
if st.button(f"{label} the details"):
    st.session_state.shown = not st.session_state.shown
if st.session_state.shown:
    st.text("the details")
