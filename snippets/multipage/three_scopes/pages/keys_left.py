import streamlit as st

st.text(f"keys: {sorted(st.session_state)}")
st.button("Rerun")
