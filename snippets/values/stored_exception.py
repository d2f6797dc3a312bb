import streamlit as st


def load():
    try:
        int("ten")
    except ValueError as error:
        st.session_state.problem = error


st.button("Load", on_click=load)
if "problem" in st.session_state:
    st.exception(st.session_state.problem)
