import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

import streamlit as st
from forked import store

st.text_input("Name", "Ada", key="name")
with ProcessPoolExecutor(mp_context=mp.get_context("fork")) as pool:
    st.text(f"process: {pool.submit(store).result()}")
st.text(f"session: {sorted(st.session_state.items())}")
