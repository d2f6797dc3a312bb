import streamlit as st


def remember():
    st.session_state.seen = f"key {st.session_state.city}, variable {city}"


city = st.text_input("City", "Rome", key="city", on_change=remember)
st.text(st.session_state.get("seen", "no change yet"))
