import streamlit as st


def home():
    st.text("Home")
    if st.button("Report"):
        st.switch_page(pages[1])


def report():
    st.text("Report")


pages = [st.Page(home), st.Page(report)]
st.navigation(pages).run()
