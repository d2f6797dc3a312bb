import streamlit as st

st.text_input("Name", "everybody", key="name", persist_state="session")
st.text(f"receiver: {st.session_state.name}")
