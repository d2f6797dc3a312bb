import streamlit as st

clicked = st.button("Rerun at once")
if clicked:
    st.rerun()
st.text_input("Name", "Ann", key="name")
st.text(f"clicked: {clicked}")
st.text(f"name: {st.session_state.name}")
