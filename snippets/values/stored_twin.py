from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st


@dataclass
class Cup:
    size: int


class Spoon(NamedTuple):
    size: int


st.session_state.setdefault("cup", Cup(2))
st.session_state.setdefault("spoon", Spoon(1))
st.text(f"same cup: {st.session_state.cup == Cup(2)}")
st.text(f"same spoon: {st.session_state.spoon == Spoon(1)}")
