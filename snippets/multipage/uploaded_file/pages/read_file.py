import streamlit as st

st.button("Rerun")
st.text(f"keys: {sorted(st.session_state)}")
st.text(f"kept: {st.session_state.kept.getvalue()}")
