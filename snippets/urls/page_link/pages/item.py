import streamlit as st

st.text(f"item, parameters: {st.query_params.to_dict()}")
