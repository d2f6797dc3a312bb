import streamlit as st


@st.cache_resource
def history():
    return []


if message := st.chat_input("Message"):
    history().append(message)
for message in history():
    st.chat_message("user").text(message)
st.button("Refresh")
