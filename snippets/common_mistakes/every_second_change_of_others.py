import streamlit as st

state = st.session_state
state.setdefault("size", 0)
state.setdefault("price", 0)
state.setdefault("shelf", 0)

state.size = st.number_input("Size", 0, 3, value=state.size)
state.price = st.slider("Price", 0, 3, value=state.price)
state.shelf = st.selectbox("Shelf", [0, 1, 2, 3], index=state.shelf)
st.text(f"size: {state.size}")
st.text(f"price: {state.price}")
st.text(f"shelf: {state.shelf}")
