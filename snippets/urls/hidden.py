import streamlit as st

if st.checkbox("Show", value=True):
    st.text_input("City", "Rome", key="city", bind="query-params")
st.text(f"city: {st.session_state.city}")
