import streamlit as st


@st.cache_resource
def get_client():
    return {"token": None}  # for example, create_client(url, key)


def sign_in():
    get_client()["token"] = f"token of {st.session_state.name}"


st.text_input("Name", key="name")
st.button("Sign in", on_click=sign_in)
st.text(f"requests use: {get_client()['token']}")
