import streamlit as st

st.session_state.user = st.selectbox("User", ["Ann", "Bob"])
st.text(f"stored: {st.session_state.user}")
