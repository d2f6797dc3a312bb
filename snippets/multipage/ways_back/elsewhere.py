import streamlit as st

st.page_link("profile.py", label="Page link")
if st.button("Switch page"):
    st.switch_page("profile.py")
