import streamlit as st

size = st.radio("Size", ["small", "large"])
amount = st.number_input("Amount", 1, 10, 5)
code = st.text_input("Code", "0", validate="^[0-9]+$")
st.text(f"{size}, {amount}, {code}")
