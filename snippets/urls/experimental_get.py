import streamlit as st

if st.button("Write"):
    st.experimental_set_query_params(city="Rome")
if st.button("Read"):
    params = st.experimental_get_query_params()
    st.text(f"city: {params.get('city')}")
