import streamlit as st


def choose(name):
    st.session_state.chosen = name


for name in ["Ada", "Grace"]:
    st.button(name, on_click=lambda: choose(name))
st.text(f"chosen: {st.session_state.get('chosen')}")
