import time

import streamlit as st


def answer():
    for number in range(1, 16):
        yield f"{number} "
        time.sleep(0.2)


st.session_state.setdefault("messages", [])
for message in st.session_state.messages:
    st.chat_message("assistant").write(message)
if st.chat_input("Count", submit_mode="disable"):
    with st.chat_message("assistant"):
        reply = st.write_stream(answer())
    st.session_state.messages.append(reply)
st.text(f"messages: {len(st.session_state.messages)}")
