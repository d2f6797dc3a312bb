import streamlit as st

st.text(st.query_params.to_dict())
if st.button("Clear"):
    st.query_params.clear()
