import streamlit as st


def save():
    st.session_state.message = "saved"


st.text("profile")
st.button("Save", on_click=save)
if "message" in st.session_state:
    st.text(st.session_state.pop("message"))
