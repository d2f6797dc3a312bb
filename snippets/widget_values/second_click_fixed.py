import streamlit as st

view = st.segmented_control(
    "View", ["Table", "Chart"], default="Table", required=True
)
tag = st.pills("Tag", ["new", "old"], default="new", required=True)
st.button("Rerun")
st.text(f"view: {view}")
st.text(f"tag: {tag}")
