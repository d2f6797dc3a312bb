import streamlit as st


def save():
    st.text("saved")


@st.fragment
def profile():
    st.button("Save", on_click=save)


st.text("title")
profile()
