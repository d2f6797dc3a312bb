import streamlit as st

DEFAULTS = {"name": "Ada", "lives": 3}

for key, value in DEFAULTS.items():
    st.session_state.setdefault(key, value)

if st.button("Lose a life"):
    st.session_state.lives -= 1
st.text(f"{st.session_state.name}: {st.session_state.lives}")
