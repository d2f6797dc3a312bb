from enum import Enum

import streamlit as st

price = 2 if st.checkbox("New prices") else 1


class Drink(Enum):
    TEA = price


drink = st.radio("Drink", Drink)
st.text(f"in the script: {Drink.TEA.value}")
st.text(f"returned: {drink.value}")
st.text(f"current member: {drink is Drink.TEA}")
