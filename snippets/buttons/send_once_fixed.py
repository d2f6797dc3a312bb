import streamlit as st


def send():
    st.session_state.sent.append("order")


sent = st.session_state.setdefault("sent", [])
clicked = st.button("Send", disabled=bool(sent), on_click=send)
st.text(f"sent: {sent}")
st.text(f"returned: {clicked}")
