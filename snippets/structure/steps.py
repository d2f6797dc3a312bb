import streamlit as st


def go_to(step):
    st.session_state.step = step


def show_name():
    st.text("step: name")
    st.button("Next: address", on_click=go_to, args=("address",))


def show_address():
    st.text("step: address")
    st.button("Back to name", on_click=go_to, args=("name",))


steps = {"name": show_name, "address": show_address}
steps[st.session_state.setdefault("step", "name")]()
