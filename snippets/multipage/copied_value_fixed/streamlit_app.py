import streamlit as st


def store():
    st.session_state.user = st.session_state.user_input


if "user" not in st.session_state:
    st.session_state.user = "Ann"

st.session_state.user_input = st.session_state.user
st.selectbox("User", ["Ann", "Bob"], key="user_input", on_change=store)
st.text(f"stored: {st.session_state.user}")
