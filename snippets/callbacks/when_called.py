import streamlit as st


def count():
    st.session_state.calls += 1


def preset():
    st.session_state.name = "Bob"


if "calls" not in st.session_state:
    st.session_state.calls = 0

st.text_input("Name", key="name", on_change=count)
st.button("Preset", on_click=preset)
st.text(f"name: {st.session_state.name!r}")
st.text(f"calls: {st.session_state.calls}")
