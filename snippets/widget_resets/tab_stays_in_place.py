import streamlit as st

legend = st.container()
if st.checkbox("Legend"):
    legend.text("Blue is water.")
for tab in st.tabs(["Map", "List"]):
    tab.text("What is in this tab")
with st.expander("Details"):
    st.text("What is in the expander")
