import streamlit as st

if st.button("Product 7"):
    st.switch_page("pages/product.py", query_params={"id": "7"})

st.text(f"catalog, parameters: {st.query_params.to_dict()}")
