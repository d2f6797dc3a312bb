import asyncio
from concurrent.futures import ThreadPoolExecutor

import streamlit as st


def work():
    return asyncio.get_event_loop()


st.text(f"running: {work().is_running()}")
with ThreadPoolExecutor(thread_name_prefix="worker") as pool:
    pool.submit(work).result()
