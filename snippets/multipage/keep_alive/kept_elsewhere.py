import streamlit as st

if st.button("Switch page"):
    st.switch_page("kept_inputs.py")
