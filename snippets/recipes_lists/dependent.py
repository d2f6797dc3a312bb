import streamlit as st

CITIES = {
    "France": ["Lyon", "Nice", "Paris"],
    "Texas": ["Austin", "Dallas", "Paris"],
}


def forget_city():
    st.session_state.city = None


country = st.selectbox("Country", CITIES, key="country", on_change=forget_city)
city = st.selectbox("City", CITIES[country], index=None, key="city")
st.text(f"{city}, {country}" if city else "Choose a city")
