import streamlit as st

if st.button("Choose nothing"):
    st.session_state.choice = None

st.text(st.session_state.get("choice", "not asked yet"))
st.text("choice" in st.session_state)
