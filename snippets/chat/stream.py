import streamlit as st


def answer(question):
    for word in f"You said: {question}".split():
        yield f"{word} "


st.session_state.setdefault("messages", [])
for role, content in st.session_state.messages:
    st.chat_message(role).write(content)
if question := st.chat_input("Ask"):
    st.chat_message("user").write(question)
    with st.chat_message("assistant"):
        reply = st.write_stream(answer(question))
    st.session_state.messages += [("user", question), ("assistant", reply)]
