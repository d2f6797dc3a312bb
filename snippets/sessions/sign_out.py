import streamlit as st

if st.button("Sign in"):
    st.session_state.user = "Ada"
st.button("Sign out", on_click=st.session_state.clear)
st.text(f"user: {st.session_state.get('user')}")
