import streamlit as st

first = [("system", "Be brief."), ("assistant", "Hello!")]
messages = st.session_state.setdefault("messages", first)
if question := st.chat_input("Ask"):
    messages.append(("user", question))
for role, content in messages:
    if role != "system":
        st.chat_message(role).text(content)
st.text(f"for the model: {[content for _, content in messages]}")
