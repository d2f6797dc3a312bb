import time

import streamlit as st


def answer():
    st.session_state.messages.append("")
    for number in range(1, 41):
        st.session_state.messages[-1] += f"{number} "
        yield f"{number} "
        time.sleep(0.2)


st.session_state.setdefault("messages", [])
for message in st.session_state.messages:
    st.chat_message("assistant").write(message)
if st.chat_input("Count", submit_mode="stop"):
    with st.chat_message("assistant"):
        st.write_stream(answer())
st.text(f"messages: {len(st.session_state.messages)}")
