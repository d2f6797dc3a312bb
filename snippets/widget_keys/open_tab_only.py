import streamlit as st

tabs = st.tabs(["Map", "List"], key="view", on_change="rerun")
for tab, name in zip(tabs, ["map", "list"], strict=True):
    if tab.open:
        tab.text(f"The {name} was loaded.")
