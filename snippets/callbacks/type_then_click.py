import streamlit as st


def note(name):
    st.session_state.log.append(name)


if "log" not in st.session_state:
    st.session_state.log = []

st.text_input("Name", on_change=note, args=("on_change",))
st.button("Save", on_click=note, args=("on_click",))
st.text(" > ".join(st.session_state.log))
