import streamlit as st

st.session_state.setdefault("saved", [])
st.session_state.setdefault("messages", [])
question = st.chat_input("Ask")
if question:
    st.session_state.messages.append(question)
for number, message in enumerate(st.session_state.messages):
    st.chat_message("assistant").text(f"You said: {message}")
    if st.button("Save", key=f"save {number}"):
        st.session_state.saved.append(message)
st.text(f"saved: {st.session_state.saved}")
