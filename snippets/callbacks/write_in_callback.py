import streamlit as st


def save():
    st.text("saved")


st.text("profile")
st.button("Save", on_click=save)
