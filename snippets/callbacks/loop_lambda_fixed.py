import streamlit as st


def pick(fruit):
    st.session_state.picked = fruit


for fruit in ["Apple", "Banana", "Cherry"]:
    st.button(fruit, on_click=pick, args=(fruit,))

st.text(f"picked: {st.session_state.get('picked')}")
