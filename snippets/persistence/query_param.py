import streamlit as st

st.session_state.setdefault("city", st.query_params.get("city", ""))
st.query_params.city = st.text_input("City", key="city")
