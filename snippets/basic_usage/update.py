import streamlit as st

st.session_state.level = 1
st.session_state.update({"high score": 5}, lives=3)

for key in sorted(st.session_state):
    st.text(f"{key}: {st.session_state[key]}")
