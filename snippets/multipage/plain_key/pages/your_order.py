import streamlit as st

if st.button("Coffee instead"):
    st.session_state.order = "coffee"

st.text(f"order: {st.session_state.get('order')}")
