import streamlit as st

if "name" in st.session_state:
    st.session_state.name = st.session_state.name
if st.checkbox("Show the name", value=True):
    st.text_input("Name", key="name")
st.button("Refresh", key="refresh")
st.text(f"name: {st.session_state.get('name')!r}")
