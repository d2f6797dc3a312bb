import streamlit as st

if st.button("Set"):
    st.session_state.name = "Eve"
if st.checkbox("Show"):
    st.text_input("Name", key="name")
st.button("Rerun")
st.text(f"name: {st.session_state.get('name')}")
