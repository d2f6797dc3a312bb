import streamlit as st

cities = ["Rome", "Oslo"]
st.session_state.setdefault("city", "Bonn")
if st.session_state.city not in cities:
    st.session_state.city = "Oslo"
st.text(f"City: {st.radio('City', cities, key='city')}")
