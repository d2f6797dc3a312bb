import streamlit as st

st.text_input("Assigned", "default", key="assigned")
st.text_input("Session", "default", key="session", persist_state="session")
for key in ("assigned", "session"):
    st.text(f"{key}: {st.session_state[key]}")
