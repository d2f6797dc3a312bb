import random

import streamlit as st

secret = random.random()  # noqa: S311
st.button("Guess")
st.text(f"secret: {secret}")
