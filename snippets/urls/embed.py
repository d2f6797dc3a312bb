import streamlit as st

st.text(st.query_params.to_dict())
if st.button("Embed"):
    st.query_params.embed = "true"
