import streamlit as st


def answer(question):
    yield f"You said: {question}"


st.session_state.setdefault("messages", [])
if question := st.chat_input("Ask"):
    st.session_state.messages.append(answer(question))
for message in st.session_state.messages:
    with st.chat_message("assistant"):
        st.write_stream(message)
