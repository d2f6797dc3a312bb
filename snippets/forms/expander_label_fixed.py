import streamlit as st

st.session_state.setdefault("tasks", [])
count = len(st.session_state.tasks)
with st.expander(f"Tasks ({count})", key="new_task"), st.form("task"):
    task = st.text_input("Task")
    if st.form_submit_button("Add"):
        st.session_state.tasks.append(task)
st.button("Refresh")
st.text(f"Tasks: {st.session_state.tasks}")
