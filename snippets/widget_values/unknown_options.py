import streamlit as st

st.session_state.colours = ["red", "blue", "green"]
st.text(f"above: {st.session_state.colours}")
st.multiselect("Colours", ["red", "blue"], key="colours")
st.text(f"below: {st.session_state.colours}")
