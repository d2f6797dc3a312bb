import streamlit as st

if st.button("Tea and milk"):
    st.query_params.item = ["tea", "milk"]
st.text(f"last: {st.query_params.get('item')}")
st.text(f"all: {st.query_params.get_all('item')}")
