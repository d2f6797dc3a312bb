import streamlit as st

st.text_input("Name", key="name")


@st.fragment
def preview():
    st.button("Preview")


preview()
