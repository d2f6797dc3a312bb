import streamlit as st


def clear():
    st.session_state.size = None
    st.session_state.count = None
    st.session_state.colours = []


st.selectbox("Size", ["S"], key="size")
st.number_input("Count", step=1, key="count")
st.multiselect("Colours", ["red"], ["red"], key="colours")
st.button("Clear", on_click=clear)
for key in ["size", "count", "colours"]:
    st.text(f"{key}: {st.session_state[key]!r}")
