import streamlit as st


@st.dialog("Hello")
def greet(name):
    st.text(f"Hello {name}")


st.button("Greet", on_click=greet, args=("Ann",))
