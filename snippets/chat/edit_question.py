import streamlit as st


def ask_again(at):
    del st.session_state.questions[at:]
    st.session_state.questions.append(st.session_state[f"question {at}"])


questions = st.session_state.setdefault("questions", [])
if question := st.chat_input("Ask"):
    questions.append(question)
for at, question in enumerate(questions):
    key = f"question {at}"
    st.text_input("Edit", question, key=key, on_change=ask_again, args=(at,))
    st.text(f"You said: {question}")
