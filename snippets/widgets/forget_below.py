import streamlit as st

st.text(f"above: {st.session_state.get('name')}")
st.text_input("Name", "nobody", key="name")
if st.button("Forget"):
    del st.session_state.name
st.text(f"below: {st.session_state.get('name')}")
