import streamlit as st

st.session_state.setdefault("cart", [])
cart = st.session_state.cart
st.session_state.setdefault("history", [])
history = st.session_state.history


def add():
    history.append(cart)
    cart.append("tea")


def undo():
    st.session_state.cart = history.pop()


st.button("Add tea", on_click=add)
st.button("Undo", on_click=undo, disabled=not history)
st.text(st.session_state.cart)
