import streamlit as st

if "sent" not in st.session_state:
    st.session_state.sent = True
clicked = st.button("Send", key="sent")
st.text(f"clicked: {clicked}")
