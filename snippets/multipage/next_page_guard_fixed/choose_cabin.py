import streamlit as st

if st.button("Next"):
    st.switch_page("pay_cabin.py")
