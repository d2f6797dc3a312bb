import streamlit as st

st.text_input("City", key="city", bind="query-params")
st.text(f"City: {st.session_state.city}")
