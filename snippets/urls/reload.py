import streamlit as st

if st.button("Save"):
    st.query_params.step = 2
    st.session_state.step = 2
st.text(f"URL: {st.query_params.get('step')}")
st.text(f"session: {st.session_state.get('step')}")
