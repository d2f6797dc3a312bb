import streamlit as st


def save(name):
    st.text(f"saved {name}")
    return name


st.button("Save", on_click=save("Ann"))
