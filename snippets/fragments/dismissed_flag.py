import streamlit as st


@st.dialog("Your name")
def ask():
    st.text_input("Name")


if st.button("Change"):
    st.session_state.asking = True
if st.session_state.get("asking"):
    ask()
st.button("Refresh")
