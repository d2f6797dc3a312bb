import streamlit as st

st.session_state["_city"] = st.session_state["city"]
st.text_input("City", key="_city")
