import random

import streamlit as st

if "secret" not in st.session_state:
    st.session_state.secret = random.random()
st.button("Guess")
st.text(f"secret: {st.session_state.secret}")
