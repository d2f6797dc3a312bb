import streamlit as st

CITIES = {"France": ["Paris"], "Italy": ["Rome"]}
with st.form("trip"):
    country = st.selectbox("Country", list(CITIES))
    city = st.selectbox("City", CITIES[country])
    st.form_submit_button("Book")
st.text(f"{country}: {city}")
