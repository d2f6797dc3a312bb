import streamlit as st


@st.cache_data
def empty_cart():
    return []


st.session_state.setdefault("cart", empty_cart())
if st.button("Buy"):
    st.session_state.cart.append("tea")
st.text(f"cart: {st.session_state.cart}")
