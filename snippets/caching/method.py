import streamlit as st


class User:
    @st.cache_data
    def greeting(self):
        return "Hello"


st.text(User().greeting())
