import streamlit as st


@st.cache_resource
def visitors():
    return []


visitors().append("one more")
st.text(f"Visitors: {len(visitors())}")
