import streamlit as st

sizes = ["S", "M"]
st.session_state.shirt = "XL"
st.session_state.hat = "L"
st.text(f"above: {st.session_state.shirt}, {st.session_state.hat}")
st.selectbox("Shirt", sizes, key="shirt")
st.radio("Hat", sizes, key="hat")
st.text(f"below: {st.session_state.shirt}, {st.session_state.hat}")
