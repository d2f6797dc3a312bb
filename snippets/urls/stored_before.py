import streamlit as st

st.session_state.setdefault("city", "Rome")
if st.checkbox("Show"):
    st.text_input("City", key="city", bind="query-params")
st.text(f"city: {st.session_state.city}")
