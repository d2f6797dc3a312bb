import streamlit as st

name = st.text_input("Name", st.query_params.get("name", "nobody"))
st.query_params.name = name
st.text(f"name: {name}")
