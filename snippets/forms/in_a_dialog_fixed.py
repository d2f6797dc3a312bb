import streamlit as st


@st.dialog("New task")
def add():
    with st.form("task"):
        task = st.text_input("Task")
        if st.form_submit_button("Add") and task:
            st.session_state.tasks.append(task)
            st.rerun()


st.session_state.setdefault("tasks", [])
if st.button("New"):
    add()
st.text(f"Tasks: {st.session_state.tasks}")
