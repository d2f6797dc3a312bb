import streamlit as st

st.text_input("Name", key="name")
if st.button("Forget"):
    del st.session_state.name
st.text(f"Name: {st.session_state.get('name')}")
