import streamlit as st

if st.checkbox("Stop"):
    st.stop()
if st.checkbox("Fail"):
    raise ValueError
name = st.text_input("Name", "nobody", key="name")
st.text(f"Hello {name}")
