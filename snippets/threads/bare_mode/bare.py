import streamlit as st

name = st.text_input("Name", "Ada", key="name")
print(f"widget: {name}, keys: {list(st.session_state)}")
st.session_state.runs = 1
print(f"runs: {st.session_state.runs}")
