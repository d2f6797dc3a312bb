import streamlit as st

st.session_state.setdefault("name", "Ada")

if st.checkbox("Edit the name"):
    st.session_state.name = st.session_state.name
    st.text_input("Name", key="name")
st.text(f"Hello {st.session_state.name}!")
