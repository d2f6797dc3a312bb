import streamlit as st


class Cart:
    pass


if st.button("New cart"):
    st.session_state.cart = Cart()
st.button("Look again")
cart = st.session_state.get("cart")
st.text(f"a Cart: {isinstance(cart, Cart)}")
