import streamlit as st


@st.dialog("Sign in")
def sign_in():
    if st.button("Go on"):
        st.session_state.user = "Ann"
        st.switch_page("inbox_page.py")


def start():
    if st.button("Sign in"):
        sign_in()


st.navigation([start, "inbox_page.py"]).run()
