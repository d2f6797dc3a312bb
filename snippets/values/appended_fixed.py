import streamlit as st


def add():
    st.session_state.colours = [*st.session_state.colours, "green"]


options = ["red", "green"]
colours = st.multiselect("Colours", options, ["red"], key="colours")
st.button("Add green", on_click=add)
st.text(colours)
