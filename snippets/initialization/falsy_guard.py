import streamlit as st

if not st.session_state.get("newsletter"):
    st.session_state.newsletter = True

st.checkbox("Newsletter", key="newsletter")
st.text(f"Newsletter: {st.session_state.newsletter}")
