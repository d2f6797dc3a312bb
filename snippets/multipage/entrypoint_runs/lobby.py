import streamlit as st

name = st.text_input("Name", "nobody")
st.text(f"{name} in the lobby, entrypoint runs: {st.session_state.runs}")
