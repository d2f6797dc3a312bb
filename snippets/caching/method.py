import streamlit as st


class User:
    def __init__(self, name):
        self.name = name

    @st.cache_data
    def greeting(self):
        return f"Hello {self.name}"


st.text(User(st.text_input("Name", "Ada")).greeting())
