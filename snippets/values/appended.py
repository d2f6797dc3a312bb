import streamlit as st

colors = st.multiselect("Colors", ["red"], ["red"])
if st.button("Add green"):
    colors.append("green")
st.text(colors)
