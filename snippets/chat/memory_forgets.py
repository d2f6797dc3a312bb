import streamlit as st


class ConversationBufferMemory:  # a small version of LangChain's class
    def __init__(self):
        self.messages = []

    def add(self, message):
        self.messages.append(message)


memory = ConversationBufferMemory()
if message := st.chat_input("Message"):
    memory.add(message)
st.text(f"the model gets: {memory.messages}")
