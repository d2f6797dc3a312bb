import streamlit as st


@st.cache_resource
def guests():
    return []


name = st.text_input("Name")
if name and name not in guests():
    guests().append(name)
st.text(f"guests: {guests()}")
