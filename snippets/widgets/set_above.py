import streamlit as st

if st.button("Fill in"):
    st.session_state.city = "Rome"
st.text_input("City", key="city")
st.text(f"city: {st.session_state.city}")
