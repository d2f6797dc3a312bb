import streamlit as st

st.selectbox("Country", ["de", "fr"], format_func=str.upper, key="country")
st.text(f"country: {st.session_state.country}")
