import streamlit as st


@st.dialog("Your name")
def ask():
    st.text_input("Name", "Bob", key="draft")


if st.button("Change"):
    ask()
st.button("Refresh")
st.text(f"Draft: {st.session_state.get('draft')}")
