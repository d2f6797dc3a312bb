import streamlit as st


class ConversationMemory:  # such as LangChain's
    def __init__(self):
        self.messages = []

    def add(self, message):
        self.messages.append(message)


@st.cache_resource
def memory():
    return ConversationMemory()


if message := st.chat_input("Message"):
    memory().add(message)
st.text(f"the model gets: {memory().messages}")
