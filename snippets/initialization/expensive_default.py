import streamlit as st


def load():
    st.text("loading")
    return "12 teas"


st.session_state.setdefault("stock", load())

st.button("Rerun")
st.text(st.session_state.stock)
