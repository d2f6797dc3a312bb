import streamlit as st

locked = st.checkbox("Locked", value=True)
name = st.text_input("Name", "Ada", key="name", disabled=locked)
st.text(f"Hello {name}")
