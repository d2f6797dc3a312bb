import time

import streamlit as st


@st.fragment(parallel=True)
def load(name):
    loaded = st.session_state.loaded
    time.sleep(1)  # a slow query
    st.session_state.loaded = loaded + 1
    st.text(name)


st.session_state.setdefault("loaded", 0)
st.text(f"Loaded: {st.session_state.loaded}")
for name in ["Sales", "Costs", "Staff"]:
    load(name)
