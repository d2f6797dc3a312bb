import streamlit as st

if st.button("Write a note"):
    note = st.text_input("Note")
    if note:
        st.session_state.note = note
st.text(f"note: {st.session_state.get('note')}")
