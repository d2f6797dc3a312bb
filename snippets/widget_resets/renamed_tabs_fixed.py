import streamlit as st

count = 2 if st.checkbox("One more") else 1
overview, items, notes = st.tabs(["Map", "List", "Notes"])
items.text(f"Items: {count}")
