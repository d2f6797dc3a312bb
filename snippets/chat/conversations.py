import streamlit as st

chats = st.session_state.setdefault("chats", {"Chat 1": []})
if st.button("New chat"):
    st.session_state.chat = f"Chat {len(chats) + 1}"
    chats[st.session_state.chat] = []
chat = st.radio("Chat", list(chats), key="chat")
if message := st.chat_input("Message"):
    chats[chat].append(message)
for message in chats[chat]:
    st.chat_message("user").text(message)
