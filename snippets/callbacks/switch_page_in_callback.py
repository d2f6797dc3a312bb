import streamlit as st


def order():
    st.session_state.ordered = "tea"
    st.switch_page(cart_page)


def shop():
    st.button("Order tea", on_click=order)


def cart():
    st.text(f"in your cart: {st.session_state.ordered}")


shop_page, cart_page = st.Page(shop), st.Page(cart)
st.navigation([shop_page, cart_page]).run()
