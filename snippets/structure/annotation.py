import streamlit as st

st.session_state.setdefault("count", "3")
count: int = st.session_state.count
st.text(f"twice: {count * 2}")
