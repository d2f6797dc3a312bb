import streamlit as st


class ConversationMemory:  # such as LangChain's
    def __init__(self):
        self.messages = []

    def add(self, message):
        self.messages.append(message)


memory = ConversationMemory()
if message := st.chat_input("Message"):
    memory.add(message)
st.text(f"the model gets: {memory.messages}")
