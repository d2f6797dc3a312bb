import streamlit as st


def sign_in():
    client = {"token": f"token of {st.session_state.name}"}
    st.session_state.client = client


st.text_input("Name", key="name")
st.button("Sign in", on_click=sign_in)
if "client" in st.session_state:
    st.text(f"requests use: {st.session_state.client['token']}")
