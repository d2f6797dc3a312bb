import streamlit as st

colours = st.multiselect("Colours", ["red"], ["red"])
if st.button("Add green"):
    colours.append("green")
st.text(colours)
