import streamlit as st


@st.cache_resource(scope="session")
def visits():
    return []


visits().append("one more")
st.text(f"Visits: {len(visits())}")
