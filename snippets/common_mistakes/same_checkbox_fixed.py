import streamlit as st

for task in ["Wash", "Iron"]:
    st.text(task)
    st.checkbox("Done", key=task)
