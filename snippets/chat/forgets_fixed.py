import streamlit as st

st.session_state.setdefault("messages", [])
question = st.chat_input("Ask")
if question:
    st.session_state.messages.append(("user", question))
    st.session_state.messages.append(("assistant", f"You said: {question}"))
for role, content in st.session_state.messages:
    st.chat_message(role).text(content)
