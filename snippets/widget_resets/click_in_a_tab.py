import streamlit as st

first, second = st.tabs(["Map", "List"])
first.text("What is in this tab")
second.button("Refresh")
with second.form("item"):
    st.text_input("Item", key="item")
    st.form_submit_button("Send")
    st.text(f"Item: {st.session_state.item}")
