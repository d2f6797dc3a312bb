from enum import Enum, auto

import streamlit as st


class Size(Enum):
    SMALL = auto()


size = st.radio("Size", Size)
st.text(f"small: {size == Size.SMALL}")
