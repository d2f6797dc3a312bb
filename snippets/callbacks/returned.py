import streamlit as st


def add(a, b):
    return a + b


total = st.button("Add", on_click=add, args=(2, 3))
st.text(f"Total: {total}")
