import streamlit as st
from price_list import PRICES

cart = st.session_state.cart


def change(product):
    cart[product] = st.session_state[f"quantity_{product}"]


def remove(product):
    del cart[product]


for product, quantity in cart.items():
    number, button = st.columns(2)
    number.number_input(
        product,
        min_value=1,
        value=quantity,
        key=f"quantity_{product}",
        on_change=change,
        args=(product,),
    )
    button.button("Remove", key=product, on_click=remove, args=(product,))
total = sum(PRICES[product] * quantity for product, quantity in cart.items())
st.text(f"Total: {total} €")
st.button("Empty the cart", on_click=cart.clear, disabled=not cart)
