import streamlit as st

st.text_input("Name", "nobody", key="name", persist_state="session")
st.text(f"form: {st.session_state.name}")
