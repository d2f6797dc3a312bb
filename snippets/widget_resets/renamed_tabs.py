import streamlit as st

count = 2 if st.checkbox("One more") else 1
labels = ["Map", f"List ({count})", "Notes"]
if st.checkbox("Archive"):
    labels.append("Old")
st.tabs(labels)
st.tabs(labels, key="key")
st.tabs(labels, key="rerun", on_change="rerun")
