import streamlit as st

st.text_input("Name", key="name", persist_state="session")


@st.fragment
def preview():
    st.button("Preview")


preview()
