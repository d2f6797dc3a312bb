import streamlit as st

if st.button("Suggest"):
    st.session_state.question = "What is new?"
question = st.chat_input("Ask", key="question")
st.text(f"sent: {question}")
