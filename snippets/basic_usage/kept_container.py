import streamlit as st

if "box" not in st.session_state:
    st.session_state.box = st.empty()
st.text("title")
st.session_state.box.text("message")
st.button("Refresh")
