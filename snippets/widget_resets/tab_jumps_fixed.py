import streamlit as st

if st.checkbox("Legend"):
    st.text("Blue is water.")
for tab in st.tabs(["Map", "List"], key="view"):
    tab.text("What is in this tab")
with st.expander("Details", key="details"):
    st.text("What is in the expander")
