import streamlit as st


@st.fragment
def inner():
    st.session_state.events.append("inner")
    st.button("Inner")


@st.fragment
def outer():
    st.session_state.events.append("outer")
    st.button("Outer")
    inner()
    st.text(" > ".join(st.session_state.events))


st.session_state.setdefault("events", [])
outer()
