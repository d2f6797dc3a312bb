import streamlit as st


def load():
    st.text("loading")
    return "12 teas"


if "stock" not in st.session_state:
    st.session_state.stock = load()

st.button("Rerun")
st.text(st.session_state.stock)
