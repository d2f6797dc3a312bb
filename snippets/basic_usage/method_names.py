import streamlit as st

for name in dir(st.session_state):
    if not name.startswith("_"):
        st.text(name)
