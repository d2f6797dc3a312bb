import streamlit as st

st.text_input("Message", key="message")
if st.button("Send"):
    st.session_state.sent = st.session_state.message
    st.session_state.message = ""

st.text(f"sent: {st.session_state.get('sent')!r}")
