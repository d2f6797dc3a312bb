import streamlit as st

st.text_input("City", "Rome", key="city", bind="query-params")
st.text(f"buses to {st.session_state.city}")
