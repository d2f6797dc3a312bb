import streamlit as st

if st.toggle("Show the details"):
    st.text("the details")
st.checkbox("Something else")
