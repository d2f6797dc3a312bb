import streamlit as st


def reset(prefix):
    for key in st.session_state:
        if key.startswith(prefix):
            del st.session_state[key]


st.session_state.setdefault("cart.items", [])
st.text_input("Name", key="user.name")
if st.button("Add tea"):
    st.session_state["cart.items"].append("tea")
st.button("Empty the cart", on_click=reset, args=("cart.",))
st.text(f"cart: {st.session_state['cart.items']}")
st.text(f"name: {st.session_state['user.name']}")
