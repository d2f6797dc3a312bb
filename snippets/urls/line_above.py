import streamlit as st

st.text(f"above: page {st.query_params.get('page', '1')}")
if st.button("Page 2"):
    st.query_params.page = "2"
st.text(f"below: page {st.query_params.get('page', '1')}")
