import streamlit as st


def save():
    st.session_state.log.append("callback")


if "log" not in st.session_state:
    st.session_state.log = []

st.session_state.log.append("script")
if st.button("Save", on_click=save):
    st.session_state.log.append("if block")

st.text(" > ".join(st.session_state.log))
