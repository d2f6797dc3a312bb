import streamlit as st

for name in dir(dict):
    if getattr(dict, name) and not getattr(st.session_state, name, None):
        st.text(name)
