import streamlit as st


def clear():
    st.session_state.message = ""


st.text_input("Message", key="message")
st.button("Clear", on_click=clear)

st.text(f"message: {st.session_state.message!r}")
