import streamlit as st

state = st.session_state
state.setdefault("name", "Ada")
st.text_input("Name", key="name")
st.text(f"name: {state.name}")
