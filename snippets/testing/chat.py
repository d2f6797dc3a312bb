import streamlit as st

message = st.chat_input("Say something")
st.text(f"Message: {message}")
