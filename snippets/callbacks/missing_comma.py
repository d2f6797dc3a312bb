import streamlit as st


def save(name):
    st.text(f"saved {name}")


st.button("Save", on_click=save, args=("Ann"))
