import streamlit as st

with st.form("form"):
    st.chat_input("Message")
    st.form_submit_button("Send")
