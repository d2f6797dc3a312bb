import streamlit as st


def read_name():
    return st.session_state.name


st.text_input("Name", "Ada", key="name")
st.download_button("Download", read_name, "name.txt")
