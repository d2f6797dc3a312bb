import time

import streamlit as st

messages = st.session_state.setdefault("messages", [])
for role, content in messages:
    st.chat_message(role).text(content)
if question := st.chat_input("Ask"):
    st.chat_message("user").text(question)
    with st.chat_message("assistant"):
        with st.status("Thinking"):
            time.sleep(3)  # the model
        st.text(f"You said: {question}")
    messages += [("user", question), ("assistant", f"You said: {question}")]
