import streamlit as st


def change(item, by):
    st.session_state.cart[item] += by


if "cart" not in st.session_state:
    st.session_state.cart = {"Tea": 1, "Milk": 2}

for item, number in st.session_state.cart.items():
    st.text(f"{item}: {number}")
    st.button(f"More {item}", on_click=change, args=(item, 1))
    st.button(f"Less {item}", on_click=change, kwargs={"item": item, "by": -1})
