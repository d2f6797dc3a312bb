from contextlib import suppress

import streamlit as st

if st.button("Read with brackets"):
    with suppress(AttributeError):
        st.text(st.session_state["name"])

if st.button("Read as an attribute"):
    with suppress(KeyError):
        st.text(st.session_state.name)
