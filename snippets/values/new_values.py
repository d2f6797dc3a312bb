from enum import Enum

import streamlit as st

price = 2 if st.checkbox("New prices") else 1


class Drink(Enum):
    TEA = price


drink = st.radio("Drink", Drink, key="drink")
st.text(f"returned: {drink.value}")
st.text(f"stored: {st.session_state.drink.value}")
