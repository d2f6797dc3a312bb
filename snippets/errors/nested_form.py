import streamlit as st

with st.form("order"), st.form("address"):
    st.text_input("Street", key="street")
