import streamlit as st


@st.dialog("New note")
def write():
    note = st.text_input("Note")
    if st.button("Save"):
        st.session_state.note = note
        st.rerun()


if st.button("Write a note"):
    write()
st.text(f"note: {st.session_state.get('note')}")
