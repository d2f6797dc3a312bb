import streamlit as st

st.text(f"above: {st.session_state.get('name')}")
name = st.text_input("Name", "Ann", key="name")
st.text(f"returned: {name}")
st.text(f"below: {st.session_state.name}")
