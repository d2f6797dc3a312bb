import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

import streamlit as st
from guarded import found, greet

if __name__ == "__main__":
    name = st.text_input("Name", "Ada", key="name")
    with ProcessPoolExecutor(mp_context=mp.get_context("spawn")) as pool:
        st.text(f"session state: {pool.submit(found).result()}")
        st.text(f"argument: {pool.submit(greet, name).result()}")
