import streamlit as st

st.session_state[1] = "one"
st.text(st.session_state["1"])

st.session_state["1"] = "uno"
st.text(st.session_state[1])

st.text(list(st.session_state))
