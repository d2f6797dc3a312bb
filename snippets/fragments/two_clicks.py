import time

import streamlit as st


@st.fragment
def answer():
    for name in ("Yes", "No"):
        st.text(f"{name}: {st.button(name)}")


answer()
if st.button("Start"):
    time.sleep(5)  # a long job
