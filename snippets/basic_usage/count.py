import streamlit as st

if st.button("Start"):
    st.session_state.count = 0
if st.button("Add one"):
    st.session_state.count += 1
if st.button("Add ten"):
    st.session_state["count"] += 10

st.text(st.session_state.get("count"))
