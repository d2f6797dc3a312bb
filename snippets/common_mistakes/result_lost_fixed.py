import streamlit as st

if st.button("Search"):
    st.session_state.found = "Ada, Grace"
if "found" in st.session_state:
    st.text(f"found: {st.session_state.found}")
st.checkbox("Show dates")
