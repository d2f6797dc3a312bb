import streamlit as st

st.container(key="place")
st.text(f"keys: {list(st.session_state)}")
st.text_input("City", key="place")
