import streamlit as st

if st.checkbox("Wait"):
    st.stop()
name = st.text_input("Name", "nobody", key="name")
st.text(f"Hello {name}")
