import streamlit as st


@st.fragment
def shopping(items):
    if st.button("Add"):
        items.append("Tea")
    st.text(f"Items: {items}")


shopping([])
