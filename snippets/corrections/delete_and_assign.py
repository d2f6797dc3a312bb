import streamlit as st

st.text_input("Note", key="note")
if st.button("Clear"):
    del st.session_state.note
    st.session_state.note = ""
st.text(f"note: {st.session_state.note!r}")
