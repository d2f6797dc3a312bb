import random

import streamlit as st

secret = random.random()
st.button("Guess")
st.text(f"secret: {secret}")
