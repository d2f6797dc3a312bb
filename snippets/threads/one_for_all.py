from threading import Thread

import streamlit as st


@st.cache_resource
def started():
    names = []
    thread = Thread(target=names.append, args=("thread",))
    thread.start()
    thread.join()
    return names


st.text(f"started: {started()}")
