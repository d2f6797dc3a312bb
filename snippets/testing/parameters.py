import streamlit as st

if st.button("Next"):
    st.query_params.page = "2"
    st.query_params.tag = ["new", "red"]
st.text(f"Page: {st.query_params.get('page', '1')}")
