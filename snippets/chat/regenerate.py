import streamlit as st


def answer(question):
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return f"Answer {st.session_state.calls} to {question}"


def again():
    del st.session_state.messages[-1:]


messages = st.session_state.setdefault("messages", [])
if question := st.chat_input("Ask"):
    messages.append(("user", question))
if messages and messages[-1][0] == "user":
    messages.append(("assistant", answer(messages[-1][1])))
for role, content in messages:
    st.chat_message(role).text(content)
st.button("Again", on_click=again)
