import streamlit as st

question = st.chat_input("Ask", key="question")
st.text(f"returned: {question}")
st.text(f"key: {st.session_state.question}")
st.button("Rerun")
