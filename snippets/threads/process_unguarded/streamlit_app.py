import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

import streamlit as st
from unguarded import greet

with ProcessPoolExecutor(mp_context=mp.get_context("spawn")) as pool:
    st.text(pool.submit(greet, "Ada").result())
