import streamlit as st

view = st.segmented_control("View", ["Table", "Chart"], default="Table")
tag = st.pills("Tag", ["new", "old"], default="new")
st.text(f"view: {view}")
st.text(f"tag: {tag}")
