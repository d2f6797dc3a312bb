import streamlit as st

st.session_state.setdefault("messages", ["Hello"])
for message in st.session_state.messages:
    st.chat_message("user").text(message)
st.button("Clear chat", on_click=st.session_state.messages.clear)
