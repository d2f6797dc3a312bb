import streamlit as st

if st.button("Search"):
    st.text("found: Ada, Grace")
st.checkbox("Show dates")
