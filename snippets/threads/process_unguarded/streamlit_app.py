import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

import streamlit as st
from unguarded import greet

name = st.text_input("Name", "Ada", key="name")
with ProcessPoolExecutor(1, mp.get_context("spawn")) as pool:
    st.text(f"argument: {pool.submit(greet, name).result()}")
