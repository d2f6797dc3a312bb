import streamlit as st


class ConversationBufferMemory:  # a small version of LangChain's class
    def __init__(self):
        self.messages = []

    def add(self, message):
        self.messages.append(message)


if "memory" not in st.session_state:
    st.session_state.memory = ConversationBufferMemory()
if message := st.chat_input("Message"):
    st.session_state.memory.add(message)
st.text(f"the model gets: {st.session_state.memory.messages}")
