import streamlit as st


@st.dialog("Your name", on_dismiss="rerun")
def ask():
    st.session_state.name = st.text_input("Name", "Bob")


if st.button("Change"):
    ask()
st.text(f"Name: {st.session_state.get('name')}")
