import streamlit as st

st.session_state.age = 42
st.text(f"above: {st.session_state.age}")
st.text_input("Age", key="age")
