import streamlit as st

with st.expander("New task"), st.form("task"):
    task = st.text_input("Task")
    st.form_submit_button("Add")
st.text(f"Task: {task}")
