import streamlit as st

st.session_state.shirt = "XL"
st.text(f"above: {st.session_state.shirt}")
st.selectbox("Shirt", ["S"], key="shirt")
st.text(f"below: {st.session_state.shirt}")
