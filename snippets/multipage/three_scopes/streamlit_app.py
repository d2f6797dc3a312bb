import streamlit as st

st.text_input("Name", "Ann", key="default")
st.text_input("City", "Rome", key="page", persist_state="page")
st.text_input("Team", "red", key="session", persist_state="session")
