import streamlit as st

st.session_state["name"] = "Ada"
st.text(st.session_state.name)

st.session_state.name = "Grace"
st.text(st.session_state["name"])
