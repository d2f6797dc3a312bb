from enum import Enum, auto

import streamlit as st


class Size(Enum):
    SMALL = auto()
    LARGE = auto()


prices = {Size.LARGE: 3}
st.session_state.setdefault("size", "LARGE")
size = Size[st.session_state.size]
st.text(f"equal: {[size == member for member in Size]}")
st.text(f"price: {prices.get(size)}")
