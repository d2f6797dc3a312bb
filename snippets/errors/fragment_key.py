import streamlit as st

st.button("From a callback", on_click=st.rerun, kwargs={"scope": "prices"})
if st.button("From the script"):
    st.rerun(scope="prices")
