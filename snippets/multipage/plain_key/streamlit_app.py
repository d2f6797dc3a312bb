import streamlit as st

if st.button("Tea, please"):
    st.session_state.order = "tea"

st.text(f"menu: {st.session_state.get('order')}")
