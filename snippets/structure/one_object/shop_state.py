from dataclasses import dataclass, field

import streamlit as st


@dataclass
class ShopState:
    cart: list[str] = field(default_factory=list)
    total: int = 0


def get_state() -> ShopState:
    if "shop" not in st.session_state:
        st.session_state.shop = ShopState()
    return st.session_state.shop
