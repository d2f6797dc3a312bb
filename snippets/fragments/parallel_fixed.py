import time

import streamlit as st

NAMES = ["Sales", "Costs", "Staff"]


@st.fragment(parallel=True)
def load(name):
    time.sleep(1)  # a slow query
    st.session_state[f"loaded_{name}"] = True
    st.text(name)


loaded = [name for name in NAMES if f"loaded_{name}" in st.session_state]
st.text(f"Loaded: {len(loaded)}")
for name in NAMES:
    load(name)
