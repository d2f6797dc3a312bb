import streamlit as st

code = st.text_input("Code", "0", validate="^[0-9]+$")
st.text(f"Code: {code}")
