import streamlit as st

log = st.session_state.setdefault("log", [])


def note():
    log.append(st.session_state.name)


st.text_input("Name", key="name", on_change=note)
st.text_input("City")
st.text(f"log: {log}")
