import streamlit as st

st.session_state.city = "Rome"
st.text_input("City", key="city")
st.text(f"city: {st.session_state.city}")
