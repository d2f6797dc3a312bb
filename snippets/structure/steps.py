import streamlit as st


def go_to(step):
    st.session_state.step = step


def draw_name():
    st.text("step: name")
    st.button("On to the address", on_click=go_to, args=("address",))


def draw_address():
    st.text("step: address")
    st.button("Back to the name", on_click=go_to, args=("name",))


steps = {"name": draw_name, "address": draw_address}
steps[st.session_state.setdefault("step", "name")]()
