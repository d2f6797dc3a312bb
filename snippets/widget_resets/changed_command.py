import streamlit as st

if st.checkbox("Long text"):
    st.text_area("Note", key="note")
else:
    st.text_input("Note", key="note")
st.text(f"note: {st.session_state.note!r}")
