import streamlit as st


def copy():
    st.session_state.copy = st.session_state.editor


st.text_input("No option", "default", key="plain")
st.text_input("Page", "default", key="page", persist_state="page")
st.text_input("Session", "default", key="session", persist_state="session")
st.text_input("URL", "default", key="bound", bind="query-params")

st.session_state.editor = st.session_state.get("copy", "default")
st.text_input("Copied", key="editor", on_change=copy)

if st.button("Store"):
    st.session_state.stored = "changed"
keys = "entrypoint plain page session bound editor stored"
for key in keys.split():
    st.text(f"{key}: {st.session_state.get(key)}")
