import streamlit as st

messages = st.session_state.setdefault("messages", [])
if message := st.chat_input("Message"):
    messages.append(message)
    del messages[:-2]
for message in messages:
    st.chat_message("user").text(message)
