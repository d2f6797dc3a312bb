import streamlit as st

if st.button("Brackets"):
    del st.session_state["draft"]
if st.button("Attribute"):
    del st.session_state.draft
if st.button("Pop"):
    st.session_state.pop("draft")
if st.button("Pop with a default"):
    st.text(st.session_state.pop("draft", "no draft"))
