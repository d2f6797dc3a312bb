import streamlit as st


def answer():
    yield "Green "
    yield "tea"
    raise ConnectionError("the model is gone")


def stored(stream):
    st.session_state.messages.append("")
    for chunk in stream:
        st.session_state.messages[-1] += chunk
        yield chunk


st.session_state.setdefault("messages", [])
for message in st.session_state.messages:
    st.chat_message("assistant").text(message)
if st.chat_input("Ask"):
    with st.chat_message("assistant"):
        st.write_stream(stored(answer()))
