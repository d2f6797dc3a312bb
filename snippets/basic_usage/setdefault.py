import streamlit as st

todos = st.session_state.setdefault("todos", ["buy tea"])
if st.button("Add a todo"):
    todos.append("make tea")

st.text(st.session_state.todos)
