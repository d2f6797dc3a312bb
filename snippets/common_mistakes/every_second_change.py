import streamlit as st

state = st.session_state
state.setdefault("name", "Ada")
state.name = st.text_input("Name", value=state.name)
st.text(f"name: {state.name}")
