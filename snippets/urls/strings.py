import streamlit as st

st.query_params.page = 5
st.query_params.filter = None
st.text(f"page: {st.query_params.page!r}")
st.text(f"filter: {st.query_params.filter!r}")
