from functools import lru_cache

import streamlit as st

computed = []


@lru_cache
def square(number):
    computed.append(number)
    return number**2


st.text(f"{square(3)}, {square(3)}")
st.text(f"computed: {computed}")
