import streamlit as st


def finish():
    st.switch_page("done.py")


def start():
    st.button("Finish", on_click=finish)


st.navigation([st.Page(start), st.Page("done.py")]).run()
