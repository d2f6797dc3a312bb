import streamlit as st

items = st.session_state.setdefault("items", [])
with st.form("add", clear_on_submit=True):
    item = st.text_input("Item")
    if st.form_submit_button("Add") and item:
        items.append(item)
st.text(f"Items: {items}")
