import streamlit as st

state = st.session_state


def new_chat():
    state.current = f"Chat {len(state.chats) + 1}"
    state.chats[state.current] = []


def clear_chat():
    state.chats[state.current].clear()


def answer(messages):
    """Yield words, as the stream of a language model does."""
    number = sum(message["role"] == "user" for message in messages)
    for word in f"Answer {number} to {messages[-1]['content']}".split():
        yield f"{word} "


if "chats" not in state:
    state.chats = {}
    new_chat()

with st.sidebar:
    st.radio("Conversation", list(state.chats), key="current")
    st.button("New chat", on_click=new_chat)
    st.button("Clear chat", on_click=clear_chat)

messages = state.chats[state.current]
for message in messages:
    st.chat_message(message["role"]).markdown(message["content"])

if question := st.chat_input("Ask something"):
    messages.append({"role": "user", "content": question})
    st.chat_message("user").markdown(question)
    place, reply = st.chat_message("assistant").empty(), ""
    for word in answer(messages):
        reply += word
        place.markdown(reply)
    messages.append({"role": "assistant", "content": reply})
