import streamlit as st


def greet(name):
    st.text(f"Hello {name}")


st.text_input("Name", on_change=greet)
