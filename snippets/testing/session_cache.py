import streamlit as st


@st.cache_resource(scope="session")
def visits():
    return []


visits().append("one")
st.text(f"Visits: {' '.join(visits())}")
