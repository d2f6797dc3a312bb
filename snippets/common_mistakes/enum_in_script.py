from enum import Enum, auto

import streamlit as st


class Size(Enum):
    SMALL = auto()
    LARGE = auto()


size = st.selectbox("Size", Size, key="size")
st.text(f"returned: {isinstance(size, Size)}")
st.text(f"stored: {isinstance(st.session_state.size, Size)}")
