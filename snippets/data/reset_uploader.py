import streamlit as st


def reset():
    st.session_state.version += 1


st.session_state.setdefault("version", 0)
file = st.file_uploader("File", key=f"file {st.session_state.version}")
st.button("Reset", on_click=reset)
st.text(f"file: {file and file.name}")
