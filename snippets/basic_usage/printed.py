import streamlit as st

st.text(f"empty: {not st.session_state}, {st.session_state == {}}")
st.session_state.name = "Ada"
st.text(f"str: {st.session_state}")
st.text(f"repr: {repr(st.session_state).partition(' at ')[0]}")
