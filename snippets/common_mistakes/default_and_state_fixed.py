import streamlit as st

st.session_state.setdefault("name", "Ada")
st.text_input("Name", key="name")
st.text(f"name: {st.session_state.name}")
