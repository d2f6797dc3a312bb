import streamlit as st

with st.form("task", clear_on_submit=True):
    st.text_input("Task", "Read", key="task")
    sent = st.form_submit_button("Add")
st.text(f"Sent: {sent}")
st.text(f"Task: {st.session_state.task}")
