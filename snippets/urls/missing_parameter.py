import streamlit as st

st.text(st.query_params.get("id", "no id"))
if st.button("Attribute"):
    st.text(st.query_params.id)
if st.button("Brackets"):
    st.text(st.query_params["id"])
