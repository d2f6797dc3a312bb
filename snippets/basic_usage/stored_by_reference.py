import streamlit as st

todos = ["buy tea"]
st.session_state.todos = todos
st.session_state.backup = todos.copy()

todos.append("make tea")

st.text(st.session_state.todos)
st.text(st.session_state.backup)
