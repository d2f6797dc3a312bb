import streamlit as st


def send():
    st.session_state.messages.append(st.session_state.question)


st.session_state.setdefault("messages", [])
st.text(f"messages: {st.session_state.messages}")
st.chat_input("Ask", key="question", on_submit=send)
