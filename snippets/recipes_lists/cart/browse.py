import streamlit as st
from price_list import PRICES

cart = st.session_state.cart


def add(product):
    cart[product] = cart.get(product, 0) + 1


for product, price in PRICES.items():
    label, button = st.columns(2)
    label.text(f"{product}: {price} €")
    button.button("Add", key=product, on_click=add, args=(product,))
