import streamlit as st

st.text_input("City", key="city")
st.text(f"keys: {list(st.session_state)}")
del st.session_state.city
st.text(f"keys: {list(st.session_state)}")
