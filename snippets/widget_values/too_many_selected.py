import streamlit as st

colors = ["red", "blue", "green"]
st.session_state.chosen = colors
st.text(f"chosen: {st.session_state.chosen}")
st.multiselect("Colors", colors, key="chosen", max_selections=2)
