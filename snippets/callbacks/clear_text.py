import streamlit as st

st.text_input("Message", key="message")
if st.button("Clear"):
    st.session_state.message = ""

st.text(f"message: {st.session_state.message!r}")
