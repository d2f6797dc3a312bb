import streamlit as st

code = st.text_input("Code", max_chars=3)
st.text(f"Code: {code}")
