import streamlit as st

colours = ["red", "blue", "green"]
st.session_state.chosen = colours
st.text(f"chosen: {st.session_state.chosen}")
st.multiselect("Colours", colours, key="chosen", max_selections=2)
