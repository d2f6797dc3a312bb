import streamlit as st

log = st.session_state.setdefault("log", [])


def note():
    log.append(st.session_state.name)


with st.form("search", border=False):
    st.text_input("Name", key="name")
    st.form_submit_button("Search", on_click=note)
st.text_input("City")
st.text(f"log: {log}")
