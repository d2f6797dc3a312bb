from concurrent.futures import ThreadPoolExecutor

import streamlit as st
from streamlit.runtime.scriptrunner import (
    add_script_run_ctx,
    get_script_run_ctx,
)


def greet(word):
    return f"{word} {st.session_state.get('name')}"


st.text_input("Name", key="name")
with ThreadPoolExecutor(
    initializer=add_script_run_ctx, initargs=(None, get_script_run_ctx())
) as pool:
    for greeting in pool.map(greet, ("Hello", "Goodbye")):
        st.text(greeting)
