import streamlit as st


def answer():
    yield "Green "
    yield "tea"
    raise ConnectionError("the model is gone")


st.session_state.setdefault("messages", [])
for message in st.session_state.messages:
    st.chat_message("assistant").text(message)
if st.chat_input("Ask"):
    with st.chat_message("assistant"):
        reply = st.write_stream(answer())
    st.session_state.messages.append(reply)
