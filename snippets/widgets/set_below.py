import streamlit as st

st.text_input("City", key="city")
if st.button("Fill in"):
    st.session_state.city = "Rome"
st.text(f"city: {st.session_state.city}")
