import streamlit as st

question = st.chat_input("Ask")
if question:
    st.chat_message("user").text(question)
    st.chat_message("assistant").text(f"You said: {question}")
