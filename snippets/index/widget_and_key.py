import streamlit as st


def greet_ada():
    st.session_state.name = "Ada"


st.text_input("Name", key="name")
st.button("I am Ada", on_click=greet_ada)
st.text(f"Hello {st.session_state.name}!")
