import streamlit as st

st.text(f"results: {st.session_state.city}")
st.text(f"URL: {st.query_params.to_dict()}")
