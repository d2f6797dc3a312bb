import streamlit as st

with st.form("task", clear_on_submit=True):
    task = st.text_input("Task")
    st.form_submit_button("Add")
st.text(f"Task: {task}")
