import streamlit as st

if "newsletter" not in st.session_state:
    st.session_state.newsletter = True

st.checkbox("Newsletter", key="newsletter")
st.text(f"Newsletter: {st.session_state.newsletter}")
