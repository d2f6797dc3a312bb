from dataclasses import dataclass

import streamlit as st


@dataclass
class Cup:
    size: int


cup = st.session_state.setdefault("cup", Cup(1))
cup.size += 1
st.text(f"size: {cup.size}")
