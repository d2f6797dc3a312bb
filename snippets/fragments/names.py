import streamlit as st

for name in ["fragment", "dialog"]:
    st.text(f"{name}: {hasattr(st, name)}")
for name in ["experimental_fragment", "experimental_dialog"]:
    st.text(f"{name}: {hasattr(st, name)}")
