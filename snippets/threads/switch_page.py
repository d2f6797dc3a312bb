from concurrent.futures import ThreadPoolExecutor

import streamlit as st


def work():
    st.switch_page("pages/report.py")


if st.button("Start"):
    with ThreadPoolExecutor() as pool:
        pool.submit(work).result()
st.text("home")
