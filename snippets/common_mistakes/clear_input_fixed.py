import streamlit as st


def send():
    st.session_state.sent = st.session_state.message
    st.session_state.message = ""


st.text_input("Message", key="message")
st.button("Send", on_click=send)

st.text(f"sent: {st.session_state.get('sent')!r}")
