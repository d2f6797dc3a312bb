import streamlit as st

if st.button("Refresh"):
    st.rerun(scope="fragment")
