import streamlit as st

st.text(f"Unit: {st.secrets['unit']}")
st.text(f"Page: {st.query_params.get('page', '1')}")
if st.button("Next"):
    st.query_params.page = "2"
