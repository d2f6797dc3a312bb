import streamlit as st


def clear():
    st.session_state.size = None
    st.session_state.count = None
    st.session_state.colors = []


st.selectbox("Size", ["S"], key="size")
st.number_input("Count", step=1, key="count")
st.multiselect("Colors", ["red"], ["red"], key="colors")
st.button("Clear", on_click=clear)
for key in ["size", "count", "colors"]:
    st.text(f"{key}: {st.session_state[key]!r}")
