import streamlit as st

if "city" not in st.session_state:
    st.session_state.city = "Rome"

st.text_input("City", key="city", bind="query-params")
st.text(f"city: {st.session_state.city}")
