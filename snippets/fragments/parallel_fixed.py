import time

import streamlit as st

NAMES = ["Sales", "Costs", "Staff"]


@st.fragment(parallel=True)
def load(name):
    time.sleep(1)  # a slow query
    st.session_state[f"loaded_{name}"] = 1
    st.text(name)


loaded = [st.session_state.get(f"loaded_{name}", 0) for name in NAMES]
st.text(f"Loaded: {sum(loaded)}")
for name in NAMES:
    load(name)
