from enum import Enum

import streamlit as st


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


size = st.selectbox("Size", Size, key="size")
st.text(f"returned: {size is Size.SMALL}")
st.text(f"stored: {st.session_state.size is Size.SMALL}")
