import streamlit as st


class User:
    def __init__(self, name):
        self.name = name


@st.cache_data(hash_funcs={User: lambda user: user.name})
def greeting(user):
    return f"Hello {user.name}"


st.text(greeting(User(st.text_input("Name", "Ada"))))
