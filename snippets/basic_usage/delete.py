import streamlit as st

for color in ("red", "green", "blue"):
    st.session_state[color] = color

del st.session_state["red"]
del st.session_state.green
st.text(st.session_state.pop("blue"))

st.text(len(st.session_state))
