from dataclasses import dataclass

import streamlit as st


@dataclass
class User:
    name: str


@st.cache_data
def greeting(user):
    return f"Hello {user.name}"


st.text(greeting(User(st.text_input("Name", "Ada"))))
