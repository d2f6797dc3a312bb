import streamlit as st


def add():
    if st.session_state.task:
        st.session_state.tasks.append(st.session_state.task)
        st.session_state.task = ""
        st.session_state.day = "Monday"


st.session_state.setdefault("tasks", [])
with st.form("new task"):
    st.text_input("Task", key="task")
    st.text_input("Day", "Monday", key="day")
    st.form_submit_button("Add", on_click=add)
st.text(f"Tasks: {st.session_state.tasks}")
