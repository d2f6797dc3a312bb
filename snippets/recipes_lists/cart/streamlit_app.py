import streamlit as st

cart = st.session_state.setdefault("cart", {})  # {product: quantity}
st.sidebar.text(f"In the cart: {sum(cart.values())}")
st.navigation([st.Page("browse.py"), st.Page("checkout.py")]).run()
