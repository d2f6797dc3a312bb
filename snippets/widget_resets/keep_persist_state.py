import streamlit as st

if st.checkbox("Show", value=True):
    st.text_input("Name", "Ann", key="name", persist_state="page")
    st.text_input("City", "Rome", key="city", persist_state="session")
st.button("Rerun")
st.text(f"name: {st.session_state.get('name')}")
st.text(f"city: {st.session_state.get('city')}")
