import streamlit as st

st.text_input("Name", "somebody", key="name", persist_state="session")
st.text(f"sender: {st.session_state.name}")
