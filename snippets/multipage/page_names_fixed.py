import streamlit as st


def welcome():
    st.text(f"Welcome to the {shop}")


shop = "Tea House"
st.text(f"The entrypoint knows the {shop}")
st.navigation([st.Page(welcome)]).run()
