import streamlit as st

CITIES = {"France": ["Paris"], "Italy": ["Rome"]}
country = st.selectbox("Country", list(CITIES))
with st.form("trip"):
    city = st.selectbox("City", CITIES[country])
    st.form_submit_button("Book")
st.text(f"{country}: {city}")
