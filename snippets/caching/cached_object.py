import streamlit as st


@st.cache_resource
def notice_board():
    return {}


notice = st.text_input("Notice")
if st.button("Pin"):
    notice_board()["notice"] = notice
st.text(f"board: {notice_board()}")
