import streamlit as st


def note():
    file = st.session_state.file
    st.session_state.calls.append(file and file.name)


st.session_state.setdefault("calls", [])
st.file_uploader("File", key="file", on_change=note)
st.button("Rerun")
st.text(st.session_state.calls)
