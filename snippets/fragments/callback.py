import streamlit as st


def add():
    st.session_state.events.append("callback")


@st.fragment
def counter():
    st.session_state.events.append("fragment")
    st.button("Add", on_click=add)
    st.text(" > ".join(st.session_state.events))


st.session_state.setdefault("events", [])
st.session_state.events.append("script")
counter()
