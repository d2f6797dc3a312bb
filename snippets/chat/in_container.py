import streamlit as st

chat, notes = st.columns(2)
with chat:
    message = st.chat_input("Message")
with notes:
    note = st.chat_input("Note")
st.text(f"message: {message}, note: {note}")
