import streamlit as st

st.text_input("Name", key="name")
st.text(f"below: {st.session_state.setdefault('name', 'nobody')!r}")
