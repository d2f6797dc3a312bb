import streamlit as st


def add(a, b):
    st.session_state.total = a + b


st.button("Add", on_click=add, args=(2, 3))
st.text(f"Total: {st.session_state.get('total')}")
