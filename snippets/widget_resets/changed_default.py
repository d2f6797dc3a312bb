import streamlit as st

abroad = st.checkbox("Abroad")
default = "Rome" if abroad else "Bern"
without_key = st.text_input("City", default)
st.text_input("City", default, key="city")
st.text(f"without key: {without_key}")
st.text(f"with key: {st.session_state.city}")
