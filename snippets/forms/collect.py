import streamlit as st

items = []
with st.form("add"):
    item = st.text_input("Item")
    if st.form_submit_button("Add"):
        items.append(item)
st.text(f"Items: {items}")
