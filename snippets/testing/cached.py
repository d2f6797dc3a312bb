import streamlit as st


@st.cache_resource
def visitors():
    return []


visitors().append("Ada")
st.text(f"Visitors: {', '.join(visitors())}")
