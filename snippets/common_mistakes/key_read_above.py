import streamlit as st

if st.checkbox("Greet", value=True):
    st.text(f"Hello {st.session_state.name}")
st.text_input("Name", key="name")
