import streamlit as st


@st.dialog("New tasks")
def add():
    with st.form("task", clear_on_submit=True):
        task = st.text_input("Task")
        if st.form_submit_button("Add"):
            st.session_state.tasks.append(task)


st.session_state.setdefault("tasks", [])
if st.button("New"):
    add()
st.text(f"Tasks: {st.session_state.tasks}")
