import streamlit as st

if st.button("Catalog"):
    st.switch_page("streamlit_app.py")

st.text(f"product, parameters: {st.query_params.to_dict()}")
