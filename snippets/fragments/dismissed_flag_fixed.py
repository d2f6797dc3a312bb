import streamlit as st


def close():
    st.session_state.asking = False


@st.dialog("Your name", on_dismiss=close)
def ask():
    st.text_input("Name")


if st.button("Change"):
    st.session_state.asking = True
if st.session_state.get("asking"):
    ask()
st.button("Refresh")
