import streamlit as st

st.text(f"empty: {not st.session_state}, {st.session_state == {}}")
st.session_state.name = "Ada"
st.text("str: " + str(st.session_state))
st.text(f"f-string: {st.session_state}")
st.text(f"repr: {repr(st.session_state).partition(' at ')[0]}")
