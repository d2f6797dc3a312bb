import streamlit as st


@st.dialog("Your name", on_dismiss="rerun")
def ask():
    st.session_state.name = st.text_input("Name", "Bob")


@st.fragment
def profile():
    if st.button("Change"):
        ask()
    st.text(f"Inside: {st.session_state.get('name')}")


profile()
st.text(f"Outside: {st.session_state.get('name')}")
