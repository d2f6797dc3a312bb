import streamlit as st


def add():
    st.session_state.colors = [*st.session_state.colors, "green"]


options = ["red", "green"]
colors = st.multiselect("Colors", options, ["red"], key="colors")
st.button("Add green", on_click=add)
st.text(colors)
