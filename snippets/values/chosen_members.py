from enum import Enum, auto

import streamlit as st


class Size(Enum):
    SMALL = auto()


size = st.radio("Size", Size, key="size")
kept = st.session_state.size
st.text(f"radio: {size == Size.SMALL}, its key: {kept == Size.SMALL}")

sizes = st.multiselect("Sizes", Size, [Size.SMALL], key="sizes")
kept = st.session_state.sizes
small = [Size.SMALL]
st.text(f"multiselect: {sizes == small}, its key: {kept == small}")
