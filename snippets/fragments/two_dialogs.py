import streamlit as st


@st.dialog("First")
def first():
    st.text("one")


@st.dialog("Second")
def second():
    st.text("two")


first()
second()
