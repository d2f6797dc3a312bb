from concurrent.futures import ThreadPoolExecutor

import streamlit as st


def work():
    raise ValueError("no data")


with ThreadPoolExecutor() as pool:
    job = pool.submit(work)
st.text("after the thread")
if st.button("Get the result"):
    job.result()
