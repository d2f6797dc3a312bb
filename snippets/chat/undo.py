import streamlit as st


def undo():
    del st.session_state.messages[-2:]


messages = st.session_state.setdefault("messages", [])
if question := st.chat_input("Ask"):
    answer = f"You said: {question}"
    messages += [("user", question), ("assistant", answer)]
for role, content in messages:
    st.chat_message(role).text(content)
st.button("Undo", on_click=undo)
