import streamlit as st

st.chat_input("Message", on_submit="ignore")
