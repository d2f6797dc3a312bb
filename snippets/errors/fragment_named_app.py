import streamlit as st


@st.fragment(key="app")
def prices():
    st.text("Tea: 8")


prices()
