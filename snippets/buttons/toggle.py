import streamlit as st

if st.toggle("Show the details"):
    st.text("the details")
if st.checkbox("Show the notes"):
    st.text("the notes")
st.button("Rerun")
