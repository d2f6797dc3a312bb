import streamlit as st


def history():
    return st.session_state.setdefault("messages", [])


if message := st.chat_input("Message"):
    history().append(message)
for message in history():
    st.chat_message("user").text(message)
st.button("Refresh")
