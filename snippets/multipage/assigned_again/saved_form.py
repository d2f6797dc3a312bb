import streamlit as st

st.text_input("Name", key="name")
st.text(f"form: {st.session_state.name!r}")
