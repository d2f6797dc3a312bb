import streamlit as st

st.session_state.colors = ["red", "blue", "green"]
st.text(f"above: {st.session_state.colors}")
st.multiselect("Colors", ["red", "blue"], key="colors")
st.text(f"below: {st.session_state.colors}")
