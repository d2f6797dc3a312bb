import streamlit as st

if "city" not in st.session_state:
    st.session_state.city = "Paris"
st.text_input("City", key="city")
st.text(f"city: {st.session_state.city}")
