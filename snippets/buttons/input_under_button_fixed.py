import streamlit as st


def open_note():
    st.session_state.writing = True


st.button("Write a note", on_click=open_note)
if st.session_state.get("writing"):
    note = st.text_input("Note")
    if note:
        st.session_state.note = note
st.text(f"note: {st.session_state.get('note')}")
