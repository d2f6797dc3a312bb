import streamlit as st

st.button("Rerun")
st.text(f"summary: {st.session_state.get('name')!r}")
