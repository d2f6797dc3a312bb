import streamlit as st

st.session_state.setdefault("settings", {"page": {"theme": "light"}})
settings = st.session_state.settings
if st.button("Dark"):
    settings["page"]["theme"] = "dark"
st.text(settings)
