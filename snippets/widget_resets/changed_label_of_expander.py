import streamlit as st

label = "2 items" if st.checkbox("One more") else "1 item"
st.expander(label).text("No key")
st.expander(label, key="items").text("A key")
st.expander(label, key="rerun", on_change="rerun").text("A rerun")
