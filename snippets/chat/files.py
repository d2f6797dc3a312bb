import streamlit as st

sent = st.chat_input("Message", accept_file=True)
if sent:
    names = [file.name for file in sent.files]
    st.text(f"text: {sent.text}, files: {names}")
else:
    st.text(f"sent: {sent}")
